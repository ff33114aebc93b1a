'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { givableRoles } from '@/server/features/accounts/rules'
import { newAccount } from '@/server/features/accounts/schema'
import { AccountProfileFields } from './account-fields'
import { emptyAccount } from './first-account'
import { MailFields } from './mail-fields'
import { type AccountsOf, useAccounts } from './relation'
import { SignInFields } from './sign-in-fields'

/** A new account of a company. */
export function NewAccountDialog({ of, onClose }: { of: AccountsOf; onClose: () => void }) {
  const t = useTranslations('accounts')
  const access = useTranslations('access')
  const queries = useQueryClient()
  const person = usePerson()
  const { procedures, at, pathKey } = useAccounts(of)
  const roles = givableRoles(person.role, of.kind)
  const { form, bind, submit, refuse, banner } = useSchemaForm({
    schema: newAccount,
    defaultValues: { ...emptyAccount(person), role: roles.at(-1) ?? 'supportEngineer' },
  })
  const create = useMutation(
    procedures.create.mutationOptions({
      onError: refuse,
      onSuccess: (_, { firstName, lastName }) => {
        toast(t('create.done', { name: `${firstName} ${lastName}` }))
        onClose()
        return queries.invalidateQueries({ queryKey: pathKey })
      },
    }),
  )
  const role = bind('role')
  const isOwn = of.relation === 'own'
  return (
    <FormDialog
      title={isOwn ? t('create.title') : t('create.titleOf', { company: of.companyName })}
      submitLabel={t('create.submit')}
      banner={banner}
      isBusy={create.isPending}
      onSubmit={submit((account) => create.mutate({ ...account, ...at }))}
      onClose={onClose}
    >
      <AccountProfileFields bind={bind} timeZone={person.timeZone} />
      <Field label={t('field.role')} error={role.error}>
        <Select {...role.input} options={roles.map((value) => ({ value, label: access(`role.${value}`) }))} />
      </Field>
      <SignInFields
        bind={bind}
        onSuggest={(password) => form.setValue('password', password, { shouldValidate: true })}
      />
      <MailFields bind={bind} chosen={form.watch('mail')} />
    </FormDialog>
  )
}
