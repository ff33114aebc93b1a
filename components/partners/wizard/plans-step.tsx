'use client'

import { useTranslations } from 'next-intl'
import { errorIn } from '@/components/forms/error-in'
import { GrantChoices } from '@/components/plans/grant-choices'
import { EmptyState } from '@/components/ui/empty-state'
import { FieldError } from '@/components/ui/field'
import type { Wizard } from './use-wizard'
import { WithOptions } from './with-options'

/** The plans that a reseller may sell from its first day. */
export function PlansStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const { form } = wizard
  const error = errorIn(form.formState.errors.planIds)
  return (
    <WithOptions wizard={wizard}>
      {({ plans }) =>
        plans.length === 0 ? (
          <EmptyState title={t('noPlansAbove')} hint={t('noPlansAboveHint')} />
        ) : (
          <div className="flex flex-col gap-3">
            {error ? <FieldError>{error}</FieldError> : null}
            <GrantChoices
              rows={plans}
              chosen={form.watch('planIds') ?? []}
              onChange={(planIds) => {
                form.setValue('planIds', planIds, { shouldDirty: true })
                form.clearErrors('planIds')
              }}
            />
          </div>
        )
      }
    </WithOptions>
  )
}
