'use client'

import { useTranslations } from 'next-intl'
import { AccountProfileFields } from '@/components/accounts/account-fields'
import { CompanyLine, PlaceFields } from '@/components/companies/place-fields'
import { PasswordInput } from '@/components/sign-in/password-input'
import { Field, FieldGroup } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PASSWORD_MIN } from '@/server/features/accounts/schema'
import type { StrangerForm } from './use-stranger-form'

/** The company and the first account of somebody new. */
export function StrangerFields({ form }: { form: StrangerForm }) {
  const t = useTranslations('register')
  return (
    <div className="flex flex-col gap-7">
      <CompanyPart form={form} />
      <section>
        <h2 className="font-semibold text-base">{t('person')}</h2>
        <p className="mt-0.5 mb-3 text-ink-3 text-sm">{t('personHint')}</p>
        <div className="flex flex-col gap-4">
          <AccountProfileFields
            bind={(name) => form.bind(`account.${name}`)}
            timeZone={form.form.watch('account.timeZone') ?? 'UTC'}
          />
          <SignInPart form={form} />
        </div>
      </section>
    </div>
  )
}

function CompanyPart({ form: { bind } }: { form: StrangerForm }) {
  const t = useTranslations('register')
  return (
    <FieldGroup legend={t('company')}>
      <div className="sm:col-span-2">
        <CompanyLine name="name" bound={bind('company.name')} autoComplete="organization" />
      </div>
      <PlaceFields bind={(name) => bind(`company.${name}`)} />
    </FieldGroup>
  )
}

function SignInPart({ form: { bind } }: { form: StrangerForm }) {
  const t = useTranslations('register')
  const account = useTranslations('accounts.field')
  const loginName = bind('account.loginName')
  const password = bind('account.password')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={account('loginName')} hint={t('loginNameHint')} error={loginName.error} required>
        <Input {...loginName.input} autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field label={t('password')} hint={t('passwordHint', { min: PASSWORD_MIN })} error={password.error} required>
        <PasswordInput {...password.input} autoComplete="new-password" />
      </Field>
    </div>
  )
}
