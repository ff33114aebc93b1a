'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = {
  title: string
  description?: string | undefined
  submitLabel: string
  banner: string | null
  isBusy: boolean
  wide?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog that holds a form: errors of the whole stand above it, what was typed stays. */
export function FormDialog({
  title,
  description,
  submitLabel,
  banner,
  isBusy,
  wide,
  onSubmit,
  onClose,
  children,
}: Props) {
  const t = useTranslations('common')
  const form = useId()
  return (
    <Dialog
      open
      wide={wide ?? false}
      onOpenChange={onClose}
      title={title}
      description={description}
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
          event.stopPropagation()
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
