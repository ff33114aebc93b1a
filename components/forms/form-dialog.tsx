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
  tone?: 'primary' | 'danger'
  /** Instead of *Cancel*, where that could be taken for what the dialog does. */
  closeLabel?: string
  banner?: string | null
  isBusy?: boolean
  /** Why it cannot be sent yet. */
  reason?: string | null
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
  tone = 'primary',
  closeLabel,
  banner,
  isBusy = false,
  reason = null,
  wide = false,
  onSubmit,
  onClose,
  children,
}: Props) {
  const t = useTranslations('common')
  const form = useId()
  return (
    <Dialog
      open
      wide={wide}
      onOpenChange={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>{closeLabel ?? t('cancel')}</Button>
          <Button type="submit" form={form} variant={tone} busy={isBusy} reason={reason}>
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
          if (reason === null && !isBusy) onSubmit()
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
