'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { CompanyFields } from '@/components/companies/company-fields'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { OwnCompany } from '@/server/features/companies/own'
import { companyProfile } from '@/server/features/companies/schema'

/** What partners, customers and mails know of one's own company. */
export function OwnCompanyForm({ company }: { company: OwnCompany }) {
  const t = useTranslations('company')
  const words = useTranslations('companies')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { version, ...profile } = company
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: companyProfile,
    defaultValues: { ...profile, note: '' },
    prefix: 'profile.',
  })
  const update = useMutation(
    trpc.company.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { profile: saved }) => {
        form.reset({ ...saved, note: '' })
        await queries.invalidateQueries({ queryKey: trpc.company.pathKey() })
        // The company's name stands in the frame of the console as well.
        router.refresh()
        toast(t('saved'))
      },
    }),
  )
  const slug = bind('slug')
  const emails = form.watch('emergencyEmails') ?? []
  return (
    <Card>
      <form
        noValidate
        onSubmit={submit((saved) => update.mutate({ version, profile: saved }))}
        className="flex flex-col gap-6"
      >
        {banner ? (
          <Banner tone="danger" live>
            {banner}
          </Banner>
        ) : null}
        <CompanyFields
          bind={bind}
          emails={{
            values: emails,
            onChange: (values) => form.setValue('emergencyEmails', values, { shouldDirty: true, shouldValidate: true }),
            error: bind('emergencyEmails').error,
          }}
          slug={
            <Field label={words('field.slug')} hint={t('signInHint')} error={slug.error} required>
              <Input {...slug.input} autoComplete="off" autoCapitalize="none" spellCheck={false} />
            </Field>
          }
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={update.isPending}>
            {t('save')}
          </Button>
          {isDirty ? <Button onClick={() => form.reset()}>{t('reset')}</Button> : null}
        </div>
      </form>
      <LeaveGuard isDirty={isDirty} />
    </Card>
  )
}
