'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useDebounced } from '@/components/forms/use-debounced'
import type { Bound } from '@/components/forms/use-schema-form'
import { useRefusal } from '@/components/trpc/refusal'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { slug as slugSchema } from '@/server/features/companies/slug'
import { type Door, useDoor } from './door'

type Check = { door: Door; value: string; own?: string | undefined; companyId?: string | undefined }

/** Whether a sign-in address is taken, asked when it has been still for a moment. `own` is the one it has now. */
export function useSlugTaken({ door, value, own, companyId }: Check): boolean | undefined {
  const slug = useDebounced(value.trim().toLowerCase())
  const isWorthAsking = slug !== own && slugSchema.safeParse(slug).success
  const asked = { slug, ...(companyId ? { companyId } : {}) }
  const { data } = useQuery(useDoor(door).isSlugTaken.queryOptions(asked, { enabled: isWorthAsking }))
  return isWorthAsking ? data : undefined
}

/** The sign-in address: shape, what it will look like, and whether it is free. */
export function SlugField({ bound, value, isTaken }: { bound: Bound; value: string; isTaken: boolean | undefined }) {
  const t = useTranslations('companies')
  const refusal = useRefusal()
  const shown = value.trim() === '' ? '…' : value.trim().toLowerCase()
  const error = bound.error ?? (isTaken ? refusal.ofCode('slugTaken') : undefined)
  return (
    <Field
      label={t('field.slug')}
      required
      error={error}
      note={isTaken === false && !bound.error ? t('hint.slugFree') : undefined}
      hint={t('hint.slug', { url: `/${shown}/sign-in` })}
    >
      <Input {...bound.input} autoComplete="off" autoCapitalize="none" spellCheck={false} />
    </Field>
  )
}
