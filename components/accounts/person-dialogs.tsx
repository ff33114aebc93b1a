'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import type { AccountRow } from '@/server/features/accounts/queries'
import { PersonFiguresList } from './person-figures'
import { savePersonalData } from './person-file'
import { type AccountsOf, useAccounts } from './relation'

type Props = { of: AccountsOf; account: AccountRow; onClose: () => void }

/** Downloads what is kept about a person; the log says who did. */
export function PersonalDataDialog({ of, account, onClose }: Props) {
  const t = useTranslations('accounts.person.data')
  const refusal = useRefusal()
  const { procedures, at } = useAccounts(of)
  const name = `${account.firstName} ${account.lastName}`
  const take = useMutation(
    procedures.personalData.mutationOptions({
      onSuccess: (data) => {
        savePersonalData(data)
        toast(t('done', { name }))
        onClose()
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
      tone="primary"
      busy={take.isPending}
      error={take.error ? refusal.of(take.error) : undefined}
      onConfirm={() => take.mutate({ accountId: account.id, ...at })}
    />
  )
}

/** Erases a person for ever: shows how much goes and how much stays, then asks for the login name. */
export function EraseDialog({ of, account, onClose }: Props) {
  const t = useTranslations('accounts.person.erase')
  const refusal = useRefusal()
  const queries = useQueryClient()
  const person = usePerson()
  const { procedures, at, pathKey } = useAccounts(of)
  const name = `${account.firstName} ${account.lastName}`
  const input = { accountId: account.id, ...at }
  const figures = useQuery(procedures.personFigures.queryOptions(input, { gcTime: 0 }))
  const erase = useMutation(
    procedures.erase.mutationOptions({
      onSuccess: () => {
        if (account.id === person.accountId) return window.location.assign('/sign-in?left')
        toast(t('done'))
        onClose()
        return queries.invalidateQueries({ queryKey: pathKey })
      },
    }),
  )
  const error = erase.error ?? figures.error
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('title', { name })}
      effect={t('text')}
      confirm={t('submit')}
      typeName={account.loginName}
      busy={erase.isPending}
      error={error ? refusal.of(error) : undefined}
      onConfirm={() => (figures.data ? erase.mutate(input) : undefined)}
    >
      {account.id === person.accountId ? <Banner tone="warning">{t('self')}</Banner> : null}
      {figures.data ? <PersonFiguresList figures={figures.data} /> : null}
      {figures.isPending ? <SkeletonLines lines={6} /> : null}
    </ConfirmDialog>
  )
}
