'use client'

import { usePerson } from '@/components/access/access-provider'
import { AccountProfileFields } from '@/components/accounts/account-fields'
import { MailFields } from '@/components/accounts/mail-fields'
import { SignInFields } from '@/components/accounts/sign-in-fields'
import type { Wizard } from './use-wizard'

/** The first account: an administrator of the new company. */
export function AccountStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  const { timeZone } = usePerson()
  return (
    <div className="flex flex-col gap-6">
      <AccountProfileFields bind={(name) => bind(`account.${name}`)} timeZone={timeZone} />
      <SignInFields
        bind={(name) => bind(`account.${name}`)}
        onSuggest={(password) =>
          form.setValue('account.password', password, { shouldDirty: true, shouldValidate: true })
        }
      />
      <MailFields bind={(name) => bind(`account.${name}`)} chosen={form.watch('account.mail')} />
    </div>
  )
}
