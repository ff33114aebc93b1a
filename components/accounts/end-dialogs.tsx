'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { AccountRow } from '@/server/features/accounts/queries'
import { type AccountsOf, useAccounts } from './relation'

type Props = { of: AccountsOf; account: AccountRow; onClose: () => void }

/** What follows when an account is gone: the list without it, or the sign-in page when it was one's own. */
function useEnded({ of, account, onClose }: Props, done: string): () => unknown {
  const queries = useQueryClient()
  const { accountId } = usePerson()
  const { pathKey } = useAccounts(of)
  return () => {
    if (account.id === accountId) return window.location.assign('/sign-in?left')
    toast(done)
    onClose()
    return queries.invalidateQueries({ queryKey: pathKey })
  }
}

/** Disables an account, whose sessions end at once, or enables it again. */
export function EnabledDialog(props: Props) {
  const { of, account, onClose } = props
  const t = useTranslations('accounts')
  const refusal = useRefusal()
  const person = usePerson()
  const { procedures, at } = useAccounts(of)
  const step = account.enabled ? 'disable' : 'enable'
  const name = `${account.firstName} ${account.lastName}`
  const ended = useEnded(props, t(`${step}.done`, { name }))
  const change = useMutation(procedures.setEnabled.mutationOptions({ onSuccess: ended }))
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`${step}.title`, { name })}
      effect={t(`${step}.text`)}
      confirm={t(`${step}.submit`)}
      tone={account.enabled ? 'danger' : 'primary'}
      busy={change.isPending}
      error={change.error ? refusal.of(change.error) : undefined}
      onConfirm={() => change.mutate({ accountId: account.id, isEnabled: !account.enabled, ...at })}
    >
      {account.enabled && account.id === person.accountId ? <Banner tone="warning">{t('disable.self')}</Banner> : null}
    </ConfirmDialog>
  )
}

/** Deletes an account for ever, after its login name was typed. */
export function DeleteDialog(props: Props) {
  const { of, account, onClose } = props
  const t = useTranslations('accounts.delete')
  const refusal = useRefusal()
  const person = usePerson()
  const { procedures, at } = useAccounts(of)
  const name = `${account.firstName} ${account.lastName}`
  const ended = useEnded(props, t('done', { name }))
  const remove = useMutation(procedures.delete.mutationOptions({ onSuccess: ended }))
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('title', { name })}
      effect={t('text', { loginName: account.loginName })}
      confirm={t('submit')}
      typeName={account.loginName}
      busy={remove.isPending}
      error={remove.error ? refusal.of(remove.error) : undefined}
      onConfirm={() => remove.mutate({ accountId: account.id, ...at })}
    >
      {account.id === person.accountId ? <Banner tone="warning">{t('self')}</Banner> : null}
    </ConfirmDialog>
  )
}
