'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { twoFactorCode } from '@/server/features/accounts/two-factor-schema'
import { QrCode } from './qr-code'
import { RecoveryCodes } from './recovery-codes'

/** Sets the second factor up: the secret into the app, a code of it back, then the recovery codes. */
export function TwoFactorSetUp({ onClose }: { onClose: () => void }) {
  const t = useTranslations('accounts.factor')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const refusal = useRefusal()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const { bind, submit, refuse, banner } = useSchemaForm({ schema: twoFactorCode, defaultValues: { code: '' } })
  const { mutate: begin, data: fresh, error } = useMutation(trpc.self.beginTwoFactor.mutationOptions())
  const confirm = useMutation(
    trpc.self.confirmTwoFactor.mutationOptions({ onError: refuse, onSuccess: (done) => setCodes(done.codes) }),
  )
  // Asks the server for a secret, once the dialog stands.
  useEffect(() => begin(), [begin])

  const close = () => {
    onClose()
    if (!codes) return
    toast(t('done'))
    void queries.invalidateQueries({ queryKey: trpc.self.pathKey() })
    // Where it was required, the rest of the console opens now.
    router.refresh()
  }
  const code = bind('code')
  if (codes)
    return (
      <Dialog
        open
        onOpenChange={close}
        title={t('codesTitle')}
        footer={
          <Button variant="primary" onClick={close}>
            {t('kept')}
          </Button>
        }
      >
        <RecoveryCodes codes={codes} />
      </Dialog>
    )
  return (
    <FormDialog
      title={t('setUp')}
      submitLabel={t('confirm')}
      banner={banner ?? (error ? refusal.of(error) : null)}
      isBusy={confirm.isPending}
      onSubmit={submit((values) => confirm.mutate(values))}
      onClose={close}
    >
      <p className="text-ink-2">{t('scan')}</p>
      {fresh ? (
        <>
          <QrCode text={fresh.uri} label={t('qr')} />
          <div>
            <p className="text-ink-3 text-sm">{t('manual')}</p>
            <p className="flex items-center gap-1">
              <code className="break-all font-mono text-sm">{inFours(fresh.secret)}</code>
              <CopyButton text={fresh.secret} label={t('manual')} />
            </p>
          </div>
        </>
      ) : (
        <SkeletonLines lines={6} />
      )}
      <Field label={t('code')} error={code.error} required>
        <Input
          {...code.input}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={16}
          className="max-w-40 font-mono tabular-nums"
        />
      </Field>
    </FormDialog>
  )
}

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')
