'use client'

import { useTranslations } from 'next-intl'
import type { Bind, Bound } from '@/components/forms/use-schema-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useCountries } from './country'

type LineName = 'name' | 'address' | 'city' | 'state' | 'postalCode'
type LineProps = {
  name: LineName
  bound: Bound
  /** What browsers call it. */
  autoComplete: string
  required?: boolean
}

/** One line of what is known of a company. */
export function CompanyLine({ name, bound: { input, error }, autoComplete, required = true }: LineProps) {
  const t = useTranslations('companies')
  return (
    <Field label={t(`field.${name}`)} error={error} required={required}>
      <Input {...input} autoComplete={autoComplete} />
    </Field>
  )
}

/** Where a company is: fields of a group. */
export function PlaceFields({ bind }: { bind: Bind<Exclude<LineName, 'name'> | 'country'> }) {
  const t = useTranslations('companies')
  const countries = useCountries()
  const country = bind('country')
  return (
    <>
      <div className="sm:col-span-2">
        <CompanyLine name="address" bound={bind('address')} autoComplete="street-address" required={false} />
      </div>
      <CompanyLine name="postalCode" bound={bind('postalCode')} autoComplete="postal-code" required={false} />
      <CompanyLine name="city" bound={bind('city')} autoComplete="address-level2" />
      <CompanyLine name="state" bound={bind('state')} autoComplete="address-level1" />
      <Field label={t('field.country')} error={country.error} required>
        <Select
          {...country.input}
          autoComplete="country"
          placeholder={t('chooseCountry')}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Field>
    </>
  )
}
