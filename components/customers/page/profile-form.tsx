'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { CompanyFields, type CompanyTextName } from '@/components/companies/company-fields'
import { SlugField, useSlugTaken } from '@/components/companies/slug-field'
import { errorIn } from '@/components/forms/error-in'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { type CustomerProfileInput, customerProfile } from '@/server/features/customers/record-schema'
import { compareProfiles, type ProfileField, profileOf } from './profile-values'
import type { CustomerRecord } from './use-customer'

type Difference = ReturnType<typeof compareProfiles>
type Props = { customer: CustomerRecord; onDone: () => void }

/** The profile of a customer, to change. Somebody else's change in the meantime is shown, never overwritten unseen. */
export function ProfileForm({ customer, onDone }: Props) {
  const t = useTranslations('customer.profile')
  const trpc = useTRPC()
  const queries = useQueryClient()
  /** The state the form was filled from; moved on when the person has seen what changed since. */
  const [base, setBase] = useState(customer)
  const [theirs, setTheirs] = useState<Difference | null>(null)
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: customerProfile,
    defaultValues: profileOf(customer) satisfies CustomerProfileInput,
    prefix: 'profile.',
  })
  const save = useMutation(
    trpc.customers.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { profile }) => {
        await queries.invalidateQueries(trpc.customers.pathFilter())
        toast(t('saved', { name: profile.name }))
        onDone()
      },
    }),
  )
  const hasMoved = save.error !== null && refusalIn(save.error).code === 'changedMeanwhile'

  /** Takes over what somebody else changed and this person did not touch; the rest of the input stands. */
  const compare = async () => {
    await queries.invalidateQueries(trpc.customers.get.queryFilter({ id: customer.id }))
    const latest = await queries.fetchQuery(trpc.customers.get.queryOptions({ id: customer.id }))
    const values = profileOf(latest)
    const difference = compareProfiles(profileOf(base), values, form.getValues())
    for (const field of difference.taken) form.setValue(field, values[field])
    setTheirs(difference)
    setBase(latest)
    save.reset()
  }

  const slug = form.watch('slug')
  const isTaken = useSlugTaken({ door: 'customers', value: slug, own: customer.slug, companyId: customer.id })
  const list = (name: 'emergencyEmails' | 'tags') => ({
    values: form.watch(name) ?? [],
    onChange: (values: string[]) => form.setValue(name, values, { shouldDirty: true, shouldValidate: true }),
    error: errorIn(form.formState.errors[name]),
  })

  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={submit((profile) => save.mutate({ companyId: customer.id, version: base.version, profile }))}
    >
      <LeaveGuard isDirty={isDirty && !save.isSuccess} />
      <CompanyFields
        bind={(name: CompanyTextName) => bind(name)}
        emails={list('emergencyEmails')}
        tags={list('tags')}
        slug={<SlugField bound={bind('slug')} value={slug} isTaken={isTaken} />}
      />
      {banner && (hasMoved || save.error) ? (
        <Banner
          tone="danger"
          live
          action={
            hasMoved ? (
              <Button size="sm" onClick={() => void compare()}>
                {t('reload')}
              </Button>
            ) : null
          }
        >
          {banner}
        </Banner>
      ) : null}
      {theirs && !save.error ? <Compared difference={theirs} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('discard')}</Button>
      </div>
    </form>
  )
}

/** What somebody else changed while this form was open, and what became of it here. */
function Compared({ difference: { taken, kept } }: { difference: Difference }) {
  const t = useTranslations('customer.profile')
  const c = useTranslations('companies.field')
  const names = (fields: readonly ProfileField[]) => fields.map((field) => c(field)).join(', ')
  if (taken.length + kept.length === 0) return <Banner live>{t('reloadedSame')}</Banner>
  return (
    <Banner tone="warning" live>
      {taken.length > 0 ? <p>{t('reloadedTaken', { fields: names(taken) })}</p> : null}
      {kept.length > 0 ? <p>{t('reloadedKept', { fields: names(kept) })}</p> : null}
    </Banner>
  )
}
