'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Banner } from './banner'
import { Button } from './button'
import { Dialog } from './dialog'
import { Field } from './field'
import { Input } from './input'

type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question that names the thing: "Suspend Nordwind IT?" */
  title: ReactNode
  /** What will happen, and to how many. */
  effect: ReactNode
  /** The verb on the button. */
  confirm: string
  tone?: 'danger' | 'primary'
  /** The final ones: this must be typed before the button works. */
  typeName?: string
  busy?: boolean
  /** Why it did not work, in a sentence; the dialog stays. */
  error?: ReactNode
  onConfirm: () => void
  children?: ReactNode
}

/** Asks before something with consequences is done. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  effect,
  confirm,
  tone = 'danger',
  typeName,
  busy = false,
  error,
  onConfirm,
  children,
}: ConfirmDialogProps) {
  const t = useTranslations('common')
  const form = useId()
  const [typed, setTyped] = useState('')
  const isMissing = typeName !== undefined && typed.trim() !== typeName.trim()
  const change = (next: boolean) => {
    if (!next) setTyped('')
    onOpenChange(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!isMissing && !busy) onConfirm()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={effect}
      footer={
        <>
          <Button onClick={() => change(false)}>{t('cancel')}</Button>
          <Button
            type="submit"
            form={form}
            variant={tone}
            busy={busy}
            reason={isMissing ? t('typeNameFirst', { name: typeName }) : null}
          >
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        {children}
        {typeName === undefined ? null : (
          <Field label={t('typeName', { name: typeName })}>
            <Input
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
            />
          </Field>
        )}
        {error ? (
          <Banner tone="danger" live>
            {error}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  )
}
