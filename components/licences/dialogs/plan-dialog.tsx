'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { wholeNumber } from '@/components/forms/whole-number'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { PlanChoice } from '@/server/features/customers/plan-choice'
import { changePlan, convert } from '@/server/features/licences/plan-rules'
import type { Effect } from '@/server/features/licences/state'
import type { Decision } from '@/server/lib/result'
import { licenceOf, withPool } from '../held'
import { usePlanChoice } from '../use-plan-choice'
import { ChangeFrame, type ChangeProps } from './change-frame'
import { NumberField } from './number-field'

/** Moves a licence to another plan of its family. */
export function ChangePlanDialog(props: ChangeProps) {
  const { row, holder } = props
  const licence = licenceOf(row, holder)
  const [planId, setPlanId] = useState('')
  const { data: choice, error } = usePlanChoice(holder.manager.id)
  const fits = fitting(choice, (plan) => changePlan(licence, plan, row.today))
  const plan = fits.find(({ id }) => id === planId)
  const decision = plan ? withPool(choice, licence, changePlan(licence, plan, row.today), row.today) : null
  return (
    <ChangeFrame {...props} wanted={{ kind: 'changePlan', planId }} decision={decision} plans={namesOf(props, choice)}>
      <PlanField plans={fits} isLoaded={choice !== undefined} value={planId} onChange={setPlanId} error={error} />
    </ChangeFrame>
  )
}

/** Turns a trial into a full licence of the same product; its activation code stays. */
export function ConvertDialog(props: ChangeProps) {
  const { row, holder } = props
  const t = useTranslations('licence')
  const licence = licenceOf(row, holder)
  const [planId, setPlanId] = useState('')
  const [typed, setTyped] = useState(String(row.units))
  const { data: choice, error } = usePlanChoice(holder.manager.id)
  const units = wholeNumber(typed)
  const fits = fitting(choice, (plan) => convert(licence, plan, {}, row.today))
  const plan = fits.find(({ id }) => id === planId)
  const decision = plan ? withPool(choice, licence, convert(licence, plan, { units }, row.today), row.today) : null
  return (
    <ChangeFrame
      {...props}
      wanted={{ kind: 'convert', planId, units }}
      decision={decision}
      plans={namesOf(props, choice)}
      note={row.licences.some(({ activationCode }) => activationCode !== null) ? t('convertKeepsCode') : null}
    >
      <PlanField plans={fits} isLoaded={choice !== undefined} value={planId} onChange={setPlanId} error={error} />
      <NumberField label={t('field.units')} value={typed} onChange={setTyped} className="sm:w-48" />
    </ChangeFrame>
  )
}

type Plan = PlanChoice['plans'][number]

const fitting = (choice: PlanChoice | undefined, rule: (plan: Plan) => Decision<Effect>): Plan[] =>
  (choice?.plans ?? []).filter((plan) => rule(plan).ok)

const namesOf = ({ row }: ChangeProps, choice: PlanChoice | undefined): Record<string, string> => ({
  ...Object.fromEntries((choice?.plans ?? []).map(({ id, name }) => [id, name])),
  [row.planId]: row.planName,
})

type PlanFieldProps = {
  plans: readonly Plan[]
  isLoaded: boolean
  value: string
  onChange: (id: string) => void
  error: unknown
}

function PlanField({ plans, isLoaded, value, onChange, error }: PlanFieldProps) {
  const t = useTranslations('licence')
  const refusal = useRefusal()
  if (error) return <Banner tone="danger">{refusal.of(error)}</Banner>
  if (isLoaded && plans.length === 0) return <Banner tone="warning">{t('noPlanFits')}</Banner>
  return (
    <Field label={t('newPlan')} required>
      <Select
        value={value}
        placeholder={isLoaded ? t('choosePlan') : t('loading')}
        onChange={(event) => onChange(event.target.value)}
        options={plans.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Field>
  )
}
