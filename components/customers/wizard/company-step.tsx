'use client'

import { NewCompanyFields } from '@/components/companies/new-company-fields'
import { errorIn } from '@/components/forms/error-in'
import type { Wizard } from './use-wizard'

/** The company's profile. */
export function CompanyStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  const [slug, companyId] = form.watch(['company.slug', 'companyId'])
  const list = (name: 'emergencyEmails' | 'tags') => ({
    values: form.watch(`company.${name}`) ?? [],
    onChange: (values: string[]) =>
      form.setValue(`company.${name}`, values, { shouldDirty: true, shouldValidate: true }),
    error: errorIn(form.formState.errors.company?.[name]),
  })
  return (
    <NewCompanyFields
      door="customers"
      companyId={companyId}
      bind={(name) => bind(`company.${name}`)}
      read={(name) => form.getValues(`company.${name}`)}
      slug={slug}
      onSlug={(free) => form.setValue('company.slug', free, { shouldDirty: true, shouldValidate: true })}
      emails={list('emergencyEmails')}
      tags={list('tags')}
    />
  )
}
