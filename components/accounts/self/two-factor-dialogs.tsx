'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { PasswordInput } from '@/components/sign-in/password-input'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { toast } from '@/components/ui/toast'
import { passwordProof } from '@/server/features/accounts/two-factor-schema'
import { RecoveryCodes } from './recovery-codes'

type ProofProps = {
  title: string
  text: string
  submitLabel: string
  isBusy: boolean
  proof: ReturnType<typeof useProof>
  onSubmit: (proof: { password: string }) => void
  onClose: () => void
}

const useProof = () => useSchemaForm({ schema: passwordProof, defaultValues: { password: '' } })

/** Asks for the password before something that weakens the account. */
function ProofDialog({ title, text, submitLabel, isBusy, proof, onSubmit, onClose }: ProofProps) {
  const t = useTranslations('accounts.factor')
  const { loginName } = usePerson()
  const password = proof.bind('password')
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      banner={proof.banner}
      isBusy={isBusy}
      onSubmit={proof.submit(onSubmit)}
      onClose={onClose}
    >
      <p className="text-ink-2">{text}</p>
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      <Field label={t('password')} error={password.error} required>
        <PasswordInput {...password.input} autoComplete="current-password" />
      </Field>
    </FormDialog>
  )
}

/** New recovery codes in place of the old ones. */
export function RenewDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('accounts.factor')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const proof = useProof()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const renew = useMutation(
    trpc.self.renewRecoveryCodes.mutationOptions({
      onError: proof.refuse,
      onSuccess: (done) => {
        setCodes(done.codes)
        return queries.invalidateQueries({ queryKey: trpc.self.twoFactor.queryKey() })
      },
    }),
  )
  if (codes)
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={t('codesTitle')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('kept')}
          </Button>
        }
      >
        <RecoveryCodes codes={codes} />
      </Dialog>
    )
  return (
    <ProofDialog
      title={t('renewTitle')}
      text={t('renewText')}
      submitLabel={t('renewSubmit')}
      isBusy={renew.isPending}
      proof={proof}
      onSubmit={(given) => renew.mutate(given)}
      onClose={onClose}
    />
  )
}

/** Back to the password alone. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('accounts.factor')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const proof = useProof()
  const disable = useMutation(
    trpc.self.disableTwoFactor.mutationOptions({
      onError: proof.refuse,
      onSuccess: () => {
        toast(t('disabled'))
        onClose()
        return queries.invalidateQueries({ queryKey: trpc.self.pathKey() })
      },
    }),
  )
  return (
    <ProofDialog
      title={t('disableTitle')}
      text={t('disableText')}
      submitLabel={t('disableSubmit')}
      isBusy={disable.isPending}
      proof={proof}
      onSubmit={(given) => disable.mutate(given)}
      onClose={onClose}
    />
  )
}
