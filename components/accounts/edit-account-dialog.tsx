'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { toast } from '@/components/ui/toast'
import type { AccountRow } from '@/server/features/accounts/queries'
import { accountProfile } from '@/server/features/accounts/schema'
import { AccountProfileFields } from './account-fields'
import { type AccountsOf, useAccounts } from './relation'

/** Who somebody is. */
export function EditAccountDialog({
  of,
  account,
  onClose,
}: {
  of: AccountsOf
  account: AccountRow
  onClose: () => void
}) {
  const t = useTranslations('accounts')
  const queries = useQueryClient()
  const { procedures, at } = useAccounts(of)
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: accountProfile,
    defaultValues: account,
    prefix: 'profile.',
  })
  const update = useMutation(
    procedures.update.mutationOptions({
      onError: refuse,
      onSuccess: () => {
        toast(t('edit.done'))
        onClose()
        return queries.invalidateQueries()
      },
    }),
  )
  return (
    <FormDialog
      title={t('edit.title', { name: `${account.firstName} ${account.lastName}` })}
      submitLabel={t('edit.submit')}
      banner={banner}
      isBusy={update.isPending}
      onSubmit={submit((profile) => update.mutate({ accountId: account.id, version: account.version, profile, ...at }))}
      onClose={onClose}
    >
      <AccountProfileFields bind={bind} timeZone={account.timeZone} />
    </FormDialog>
  )
}
