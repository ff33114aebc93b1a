'use client'

import { FirstAccountFields } from '@/components/accounts/first-account-fields'
import type { Wizard } from './use-wizard'

/** The first account: an administrator of the new company. */
export function AccountStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  return (
    <FirstAccountFields
      door="partners"
      bind={(name) => bind(`account.${name}`)}
      loginName={form.watch('account.loginName')}
      onSuggest={(password) => form.setValue('account.password', password, { shouldDirty: true, shouldValidate: true })}
    />
  )
}
