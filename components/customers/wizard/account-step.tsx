'use client'

import { FirstAccountFields } from '@/components/accounts/first-account-fields'
import { MailFields } from '@/components/accounts/mail-fields'
import type { Wizard } from './use-wizard'

/** The first account, and whether and when the person is told. */
export function AccountStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  const [loginName, companyId, mail] = form.watch(['account.loginName', 'companyId', 'account.mail'])
  return (
    <div className="flex flex-col gap-6">
      <FirstAccountFields
        door="customers"
        companyId={companyId}
        bind={(name) => bind(`account.${name}`)}
        loginName={loginName}
        onSuggest={(password) =>
          form.setValue('account.password', password, { shouldDirty: true, shouldValidate: true })
        }
      />
      <MailFields bind={(name) => bind(`account.${name}`)} chosen={mail} />
    </div>
  )
}
