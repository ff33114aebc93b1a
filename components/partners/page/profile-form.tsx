'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { CompanyFields } from '@/components/companies/company-fields'
import { SlugField, useSlugTaken } from '@/components/companies/slug-field'
import { errorIn } from '@/components/forms/error-in'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { companyProfile } from '@/server/features/companies/schema'
import type { PartnerRecord } from '@/server/features/partners/queries'

/** The profile of a partner, to change. */
export function ProfileForm({ partner, onDone }: { partner: PartnerRecord; onDone: () => void }) {
  const t = useTranslations('partners.profile')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { name, slug, address, city, state, postalCode, country, industry, note, emergencyEmails } = partner
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: companyProfile,
    defaultValues: { name, slug, address, city, state, postalCode, country, industry, note, emergencyEmails },
    prefix: 'profile.',
  })
  const save = useMutation(
    trpc.partners.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { profile }) => {
        await queries.invalidateQueries(trpc.partners.pathFilter())
        toast(t('saved', { name: profile.name }))
        onDone()
      },
    }),
  )
  const typed = form.watch('slug')
  const isTaken = useSlugTaken({ door: 'partners', value: typed, own: partner.slug })
  return (
    <form
      noValidate
      className="flex flex-col gap-6"
      onSubmit={submit((profile) => save.mutate({ companyId: partner.id, version: partner.version, profile }))}
    >
      <LeaveGuard isDirty={isDirty && !save.isSuccess} />
      <CompanyFields
        bind={(field) => bind(field)}
        emails={{
          values: form.watch('emergencyEmails') ?? [],
          onChange: (values) => form.setValue('emergencyEmails', values, { shouldDirty: true, shouldValidate: true }),
          error: errorIn(form.formState.errors.emergencyEmails),
        }}
        slug={<SlugField bound={bind('slug')} value={typed} isTaken={isTaken} />}
      />
      {banner && save.error ? (
        <Banner tone="danger" live>
          {banner}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('discard')}</Button>
      </div>
    </form>
  )
}
