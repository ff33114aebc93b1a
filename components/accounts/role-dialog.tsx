'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { Role } from '@/server/access/privileges'
import type { AccountRow } from '@/server/features/accounts/queries'
import { givableRoles } from '@/server/features/accounts/rules'
import { newAccount } from '@/server/features/accounts/schema'
import { type AccountsOf, useAccounts } from './relation'

/** Another role: the person signs in again with it. */
export function RoleDialog({ of, account, onClose }: { of: AccountsOf; account: AccountRow; onClose: () => void }) {
  const t = useTranslations('accounts')
  const access = useTranslations('access')
  const queries = useQueryClient()
  const person = usePerson()
  const { procedures, at, pathKey } = useAccounts(of)
  const name = `${account.firstName} ${account.lastName}`
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: newAccount.pick({ role: true }),
    defaultValues: { role: account.role },
  })
  const setRole = useMutation(
    procedures.setRole.mutationOptions({
      onError: refuse,
      onSuccess: (_, { role }) => {
        toast(t('role.done', { name, role: access(`role.${role}`) }))
        onClose()
        return queries.invalidateQueries({ queryKey: pathKey })
      },
    }),
  )
  const role = bind('role')
  const options = rolesFor(account.role, givableRoles(person.role, of.kind))
  return (
    <FormDialog
      title={t('role.title', { name })}
      submitLabel={t('role.submit')}
      banner={banner}
      isBusy={setRole.isPending}
      onSubmit={submit((change) => setRole.mutate({ accountId: account.id, ...change, ...at }))}
      onClose={onClose}
    >
      <p className="text-ink-2">{t('role.text')}</p>
      <Field label={t('field.role')} error={role.error}>
        <Select {...role.input} options={options.map((value) => ({ value, label: access(`role.${value}`) }))} />
      </Field>
    </FormDialog>
  )
}

const rolesFor = (current: Role, givable: readonly Role[]): readonly Role[] =>
  givable.includes(current) ? givable : [current, ...givable]
