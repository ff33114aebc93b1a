'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import type { Offer } from '@/server/features/keys/offer'

type Props = { offer: Offer; error: string | undefined } & Omit<ComponentProps<'input'>, 'type'>

/** Agreement to the terms, given by a tick of one's own. */
export function Acceptance({ offer: { vendor, manager }, error, ...input }: Props) {
  const t = useTranslations('register')
  return (
    <div className="flex flex-col gap-1">
      <Checkbox
        {...input}
        aria-invalid={error ? true : undefined}
        label={t('accept', { vendor, company: manager.name })}
      />
      {error ? <FieldError>{error}</FieldError> : null}
    </div>
  )
}
