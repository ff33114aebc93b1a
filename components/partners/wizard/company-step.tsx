'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { CompanyFields, type CompanyTextName } from '@/components/companies/company-fields'
import { SlugField, useSlugTaken } from '@/components/companies/slug-field'
import { errorIn } from '@/components/forms/error-in'
import { useTRPC } from '@/components/trpc/client'
import type { Wizard } from './use-wizard'

/** The company's profile. The sign-in address follows the name until somebody writes one. */
export function CompanyStep({ wizard }: { wizard: Wizard }) {
  const { form, bind } = wizard
  const trpc = useTRPC()
  const queries = useQueryClient()
  const proposed = useRef(form.getValues('company.slug'))
  const slug = form.watch('company.slug')
  const isTaken = useSlugTaken({ value: slug })

  const propose = async (name: string): Promise<void> => {
    const before = form.getValues('company.slug')
    if (before !== '' && before !== proposed.current) return
    const free = await queries.fetchQuery(trpc.partners.proposeSlug.queryOptions({ name: name.slice(0, 128) }))
    if (form.getValues('company.slug') !== before || free === '') return
    proposed.current = free
    form.setValue('company.slug', free, { shouldDirty: true, shouldValidate: true })
  }

  const bindCompany = (name: CompanyTextName) => {
    const bound = bind(`company.${name}`)
    if (name !== 'name') return bound
    const { onBlur } = bound.input
    const leave: typeof onBlur = async (event) => {
      await onBlur(event)
      // Nobody waits for a proposal, and none is missed when the server is away.
      await propose(form.getValues('company.name')).catch(() => undefined)
    }
    return { ...bound, input: { ...bound.input, onBlur: leave } }
  }

  return (
    <CompanyFields
      bind={bindCompany}
      emails={{
        values: form.watch('company.emergencyEmails') ?? [],
        onChange: (values) =>
          form.setValue('company.emergencyEmails', values, { shouldDirty: true, shouldValidate: true }),
        error: errorIn(form.formState.errors.company?.emergencyEmails),
      }}
      slug={<SlugField bound={bind('company.slug')} value={slug} isTaken={isTaken} />}
    />
  )
}
