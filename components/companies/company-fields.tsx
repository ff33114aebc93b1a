'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Bind } from '@/components/forms/use-schema-form'
import { Field, FieldGroup } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { TagInput } from '@/components/ui/tag-input'
import { COMPANY_LIMITS } from '@/server/features/companies/limits'
import { INDUSTRIES } from '@/server/lib/industries'
import { EMAIL_MAX } from '@/server/lib/text'
import { CompanyLine, PlaceFields } from './place-fields'

export type CompanyTextName =
  | 'name'
  | 'slug'
  | 'address'
  | 'city'
  | 'state'
  | 'postalCode'
  | 'country'
  | 'industry'
  | 'note'

/** What a list of a form needs: its values, how to change them, and the sentence of its error. */
export type BoundList = {
  values: readonly string[]
  onChange: (values: string[]) => void
  error: string | undefined
}

type Props = {
  bind: Bind<CompanyTextName>
  emails: BoundList
  /** Left out on one's own company: tags and note are what those above keep about it. */
  tags?: BoundList
  /** The sign-in address has a control of its own: it is proposed and checked while one types. */
  slug: ReactNode
}

/** The profile of a company, for a form that is filled in by those above it. */
export function CompanyFields({ bind, emails, tags, slug }: Props) {
  const t = useTranslations('companies')
  const industry = bind('industry')
  return (
    <div className="flex flex-col gap-7">
      <FieldGroup legend={t('group.identity')}>
        <div className="sm:col-span-2">
          <CompanyLine name="name" bound={bind('name')} autoComplete="organization" />
        </div>
        <div className="sm:col-span-2">{slug}</div>
      </FieldGroup>
      <FieldGroup legend={t('group.place')}>
        <PlaceFields bind={bind} />
      </FieldGroup>
      <FieldGroup legend={t('group.more')}>
        <Field label={t('field.industry')} error={industry.error}>
          <Select
            {...industry.input}
            placeholder={t('noIndustry')}
            options={INDUSTRIES.map((key) => ({ value: key, label: t(`industry.${key}`) }))}
          />
        </Field>
        <div className="sm:col-span-2">
          <Field
            label={t('field.emergencyEmails')}
            hint={t('hint.emergencyEmails', { max: COMPANY_LIMITS.emergencyEmails })}
            error={emails.error}
          >
            <TagInput
              tags={emails.values}
              onTagsChange={emails.onChange}
              lengthMax={EMAIL_MAX}
              placeholder={t('addEmail')}
            />
          </Field>
        </div>
        {tags ? <KeptAbove bind={bind} tags={tags} /> : null}
      </FieldGroup>
    </div>
  )
}

/** What those above keep about a company; it does not see this itself. */
function KeptAbove({ bind, tags }: { bind: Bind<CompanyTextName>; tags: BoundList }) {
  const t = useTranslations('companies')
  const note = bind('note')
  return (
    <>
      <div className="sm:col-span-2">
        <Field label={t('field.tags')} hint={t('hint.tags', { max: COMPANY_LIMITS.tags })} error={tags.error}>
          <TagInput tags={tags.values} onTagsChange={tags.onChange} lengthMax={COMPANY_LIMITS.tag} />
        </Field>
      </div>
      <div className="sm:col-span-2">
        <Field label={t('field.note')} hint={t('hint.note')} error={note.error}>
          <Textarea {...note.input} rows={3} />
        </Field>
      </div>
    </>
  )
}
