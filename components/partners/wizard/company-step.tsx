'use client'

import { NewCompanyFields } from '@/components/companies/new-company-fields'
import { errorIn } from '@/components/forms/error-in'
import type { Wizard } from './use-wizard'

/** The company's profile. */
export function CompanyStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  return (
    <NewCompanyFields
      door="partners"
      bind={(name) => bind(`company.${name}`)}
      read={(name) => form.getValues(`company.${name}`)}
      slug={form.watch('company.slug')}
      onSlug={(free) => form.setValue('company.slug', free, { shouldDirty: true, shouldValidate: true })}
      emails={{
        values: form.watch('company.emergencyEmails') ?? [],
        onChange: (values) =>
          form.setValue('company.emergencyEmails', values, { shouldDirty: true, shouldValidate: true }),
        error: errorIn(form.formState.errors.company?.emergencyEmails),
      }}
    />
  )
}
