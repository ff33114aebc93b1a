'use client'

import { useLocale } from 'next-intl'
import { useEffect, useState } from 'react'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useRefusal } from '@/components/trpc/refusal'
import { type StrangerFormInput, type TrialFormInput, trialForm } from '@/server/features/keys/register-schema'
import { toTimeZone } from '@/server/lib/time-zones'

export type StrangerFields = TrialFormInput

const EMPTY = {
  company: { name: '', address: '', city: '', state: '', postalCode: '', country: '' },
  account: {
    ...{ loginName: '', firstName: '', lastName: '', email: '', password: '' },
    ...{ phoneCountry: '', phoneArea: '', phoneNumber: '', phoneExtension: '' },
  },
} satisfies Partial<StrangerFormInput>

/** Where a refused field stands in the form: the database names some without their part, the key's form all below `who`. */
const pathOf = (path: string): string => {
  const inner = path.replace(/^who\./, '')
  if (inner === 'slug') return 'company.name'
  return ['loginName', 'password'].includes(inner) ? `account.${inner}` : inner
}

/** What somebody new fills in: company, first account, acceptance; for a trial, the units as well. */
export function useStrangerForm(units: number) {
  const locale = useLocale()
  const refusal = useRefusal()
  const [banner, setBanner] = useState<string | null>(null)
  const made = useSchemaForm<StrangerFields, ReturnType<typeof trialForm.parse>>({
    schema: trialForm,
    defaultValues: {
      company: EMPTY.company,
      account: { ...EMPTY.account, locale: locale === 'fr' ? 'fr' : 'en', timeZone: 'UTC' },
      units,
    },
  })
  const { form } = made
  useEffect(
    function takeTheBrowsersTimeZone() {
      const zone = toTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone)
      if (zone) form.setValue('account.timeZone', zone)
    },
    [form],
  )
  const refuse = (error: unknown) => {
    const fields = Object.entries(refusal.ofFields(error))
    for (const [path, message] of fields) {
      form.setError(pathOf(path) as keyof StrangerFields, { type: 'server', message }, { shouldFocus: true })
    }
    setBanner(fields.length === 0 ? refusal.of(error) : null)
  }
  return { ...made, refuse, banner, clearBanner: () => setBanner(null) }
}

export type StrangerForm = ReturnType<typeof useStrangerForm>
