'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { wholeNumber } from '@/components/forms/whole-number'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Offer } from '@/server/features/keys/offer'
import { TRIAL_UNITS, TRIAL_UNITS_MAX } from '@/server/features/keys/register-schema'
import { Acceptance } from './acceptance'
import { Done } from './done'
import { OfferCard } from './offer-card'
import { StrangerFields } from './stranger-fields'
import { useStrangerForm } from './use-stranger-form'

/** The public form of a trial plan. */
export function TrialScreen({ planId, offer }: { planId: string; offer: Offer }) {
  const t = useTranslations('register')
  const trpc = useTRPC()
  const [email, setEmail] = useState('')
  const form = useStrangerForm(TRIAL_UNITS)
  const request = useMutation(trpc.trial.request.mutationOptions({ onError: form.refuse }))
  const accepted = form.bind('accepted')
  const units = form.bind('units')
  const submit = form.submit((value) => {
    form.clearBanner()
    setEmail(value.account.email)
    request.mutate({ planId, ...value })
  })
  if (request.data) {
    return (
      <div className="mx-auto w-full max-w-160">
        <Done registered={request.data} email={email} isSignedIn={false} />
      </div>
    )
  }
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6">
      <div>
        <h1 className="text-balance font-semibold text-xl">{t('trialTitle', { product: offer.productName })}</h1>
        <p className="mt-1 text-ink-2 text-sm">{t('trialPurpose')}</p>
      </div>
      <OfferCard offer={offer} units={null} />
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <Field
          label={t('trialUnits')}
          hint={t('trialUnitsHint', { max: TRIAL_UNITS_MAX })}
          error={units.error}
          required
        >
          <Input
            {...form.form.register('units', { setValueAs: wholeNumber })}
            inputMode="numeric"
            className="w-32 tabular-nums"
          />
        </Field>
        <StrangerFields form={form} />
        <Acceptance offer={offer} error={accepted.error} {...accepted.input} />
        {form.banner ? (
          <Banner tone="danger" live>
            {form.banner}
          </Banner>
        ) : null}
        <Button type="submit" variant="primary" size="lg" className="self-start" busy={request.isPending}>
          {t('trialSubmit')}
        </Button>
      </form>
    </div>
  )
}
