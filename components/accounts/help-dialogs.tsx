'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { AccountRow } from '@/server/features/accounts/queries'
import { type AccountsOf, useAccounts } from './relation'

type Props = { of: AccountsOf; account: AccountRow; onClose: () => void }

/** Sends a link to another password, or the invitation again. */
export function LinkDialog({ of, account, onClose }: Props) {
  const t = useTranslations('accounts.link')
  const refusal = useRefusal()
  const { procedures, at } = useAccounts(of)
  const what = account.canSignIn ? 'reset' : 'invite'
  const send = useMutation(
    procedures.sendPasswordLink.mutationOptions({
      onSuccess: ({ address }) => {
        toast(t('done', { address }))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`title.${what}`, { name: `${account.firstName} ${account.lastName}` })}
      effect={t(`text.${what}`, { address: account.email })}
      confirm={t('submit')}
      tone="primary"
      busy={send.isPending}
      error={send.error ? refusal.of(send.error) : undefined}
      onConfirm={() => send.mutate({ accountId: account.id, ...at })}
    />
  )
}

/** Takes a lost second factor away. */
export function ResetTwoFactorDialog({ of, account, onClose }: Props) {
  const t = useTranslations('accounts.reset2fa')
  const refusal = useRefusal()
  const queries = useQueryClient()
  const { procedures, at, pathKey } = useAccounts(of)
  const name = `${account.firstName} ${account.lastName}`
  const reset = useMutation(
    procedures.resetTwoFactor.mutationOptions({
      onSuccess: () => {
        toast(t('done', { name }))
        onClose()
        return queries.invalidateQueries({ queryKey: pathKey })
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('title', { name })}
      effect={t('text')}
      confirm={t('submit')}
      busy={reset.isPending}
      error={reset.error ? refusal.of(reset.error) : undefined}
      onConfirm={() => reset.mutate({ accountId: account.id, ...at })}
    />
  )
}
