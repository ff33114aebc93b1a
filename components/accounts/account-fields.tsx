'use client'

import { useTranslations } from 'next-intl'
import type { Bind } from '@/components/forms/use-schema-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { LOCALES } from '@/server/i18n/locales'
import { languageName } from '@/server/lib/language-name'
import { TimeZoneSelect } from './time-zone-select'

export type ProfileFieldName =
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phoneCountry'
  | 'phoneArea'
  | 'phoneNumber'
  | 'phoneExtension'
  | 'timeZone'
  | 'locale'

type Props = {
  bind: Bind<ProfileFieldName>
  /** The zone the form began with: offered even if this browser does not list it. */
  timeZone: string
  isReadOnly?: boolean
}

/** Who a person is: name, e-mail, phone, time zone and language. */
export function AccountProfileFields({ bind, timeZone, isReadOnly = false }: Props) {
  const t = useTranslations('accounts.field')
  const line = (name: 'firstName' | 'lastName' | 'email', more: Record<string, string>) => {
    const { input, error } = bind(name)
    return (
      <Field label={t(name)} error={error} required>
        <Input {...input} {...more} readOnly={isReadOnly} />
      </Field>
    )
  }
  const zone = bind('timeZone')
  const locale = bind('locale')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {line('firstName', { autoComplete: 'given-name' })}
      {line('lastName', { autoComplete: 'family-name' })}
      <div className="sm:col-span-2">{line('email', { type: 'email', autoComplete: 'email', inputMode: 'email' })}</div>
      <PhoneFields bind={bind} isReadOnly={isReadOnly} />
      <Field label={t('timeZone')} error={zone.error}>
        <TimeZoneSelect {...zone.input} current={timeZone} disabled={isReadOnly} />
      </Field>
      <Field label={t('locale')} error={locale.error}>
        <Select
          {...locale.input}
          options={LOCALES.map((value) => ({ value, label: languageName(value) }))}
          disabled={isReadOnly}
        />
      </Field>
    </div>
  )
}

const PHONE = [
  ['phoneCountry', 'w-24', 'tel-country-code'],
  ['phoneArea', 'w-24', 'tel-area-code'],
  ['phoneNumber', 'min-w-36 flex-1', 'tel-local'],
  ['phoneExtension', 'w-24', 'tel-extension'],
] as const

/** A phone number in its four parts. */
function PhoneFields({ bind, isReadOnly }: Pick<Props, 'bind' | 'isReadOnly'>) {
  const t = useTranslations('accounts.field')
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="mb-1 font-medium text-ink text-sm">{t('phone')}</legend>
      <div className="flex flex-wrap gap-2">
        {PHONE.map(([name, width, autoComplete]) => {
          const { input, error } = bind(name)
          return (
            <Field key={name} label={t(name)} error={error} className={width}>
              <Input {...input} type="tel" autoComplete={autoComplete} readOnly={isReadOnly} />
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}
