'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type FrameProps = {
  title: string
  submitLabel: string
  banner: string | null
  isBusy: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog that holds a form: errors of the whole stand above it, what was typed stays. */
export function FormDialog({ title, submitLabel, banner, isBusy, onSubmit, onClose, children }: FrameProps) {
  const t = useTranslations('accounts')
  const form = useId()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {banner ? (
          <Banner tone="danger" live>
            {banner}
          </Banner>
        ) : null}
        {children}
      </form>
    </Dialog>
  )
}
