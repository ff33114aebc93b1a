'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { DateInput } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import type { PlanChoice } from '@/server/features/customers/plan-choice'
import { mayIssue } from '@/server/features/plans/rules'
import { NumberField } from '../dialogs/number-field'
import { newWish, type Plan, type WishDraft } from './wishes'

const WISHES_MAX = 10
const OPTIONS_MAX = 30

type Props = {
  choice: PlanChoice
  wishes: readonly WishDraft[]
  onChange: (wishes: WishDraft[]) => void
  /** What a wish would do, below its fields. */
  outcome?: (wish: WishDraft, plan: Plan) => ReactNode
  /** Whether some have the product already: then what to do about it is a choice. */
  hasProduct: (plan: Plan) => boolean
}

/** Several plans to assign at once: units, first day, and what to do where the product is there already. */
export function WishList({ choice, wishes, onChange, outcome, hasProduct }: Props) {
  const t = useTranslations('licence.assign')
  const products = useTranslations('licence.unitName')
  const free = choice.plans.filter(
    (plan) => mayIssue(plan, choice.today).ok && !wishes.some(({ planId }) => planId === plan.id),
  )
  const search = async (text: string): Promise<ComboboxOption[]> => {
    const wanted = text.trim().toLocaleLowerCase()
    return free
      .filter(({ name, product }) => `${name} ${product.name}`.toLocaleLowerCase().includes(wanted))
      .slice(0, OPTIONS_MAX)
      .map(({ id, name, product }) => ({ value: id, label: name, hint: product.name }))
  }
  const change = (planId: string, over: Partial<WishDraft>) =>
    onChange(wishes.map((wish) => (wish.planId === planId ? { ...wish, ...over } : wish)))
  return (
    <div className="flex flex-col gap-3">
      {wishes.map((wish) => {
        const plan = choice.plans.find(({ id }) => id === wish.planId)
        if (!plan) return null
        return (
          <section key={wish.planId} aria-label={plan.name} className="rounded-md border border-line bg-surface p-3">
            <header className="mb-2 flex items-start justify-between gap-2">
              <div className="min-w-0">
                <h3 className="font-semibold text-base">{plan.name}</h3>
                {plan.name === plan.product.name ? null : <p className="text-ink-3 text-xs">{plan.product.name}</p>}
              </div>
              <IconButton
                icon={X}
                size="sm"
                label={t('removePlan', { plan: plan.name })}
                onClick={() => onChange(wishes.filter(({ planId }) => planId !== wish.planId))}
              />
            </header>
            <div className="grid gap-3 sm:grid-cols-2">
              <NumberField
                label={t('units', { unit: products(plan.unit) })}
                value={wish.units}
                disabled={plan.nfr}
                onChange={(units) => change(wish.planId, { units })}
              />
              <Field label={t('startsOn')} hint={t('startsOnHint')}>
                <DateInput
                  value={wish.startsOn}
                  min={choice.today}
                  disabled={plan.nfr}
                  onChange={(event) => change(wish.planId, { startsOn: event.target.value })}
                />
              </Field>
            </div>
            {plan.product.kind === 'software' && hasProduct(plan) ? (
              <div className="mt-3">
                <RadioGroup
                  legend={t('existing')}
                  value={wish.existing}
                  input={{
                    name: `existing-${wish.planId}`,
                    onChange: (event) =>
                      change(wish.planId, { existing: event.target.value === 'add' ? 'add' : 'change' }),
                  }}
                  options={[
                    { value: 'change', label: t('existingChange') },
                    { value: 'add', label: t('existingAdd') },
                  ]}
                />
              </div>
            ) : null}
            {outcome ? <div className="mt-3">{outcome(wish, plan)}</div> : null}
          </section>
        )
      })}
      {wishes.length < WISHES_MAX && free.length > 0 ? (
        <Field label={wishes.length === 0 ? t('plan') : t('anotherPlan')}>
          <Combobox
            value={null}
            search={search}
            placeholder={t('findPlan')}
            onValueChange={(option) => {
              const plan = option && choice.plans.find(({ id }) => id === option.value)
              if (plan) onChange([...wishes, newWish(plan)])
            }}
          />
        </Field>
      ) : null}
      {free.length === 0 && wishes.length === 0 ? <p className="text-base text-ink-2">{t('noPlans')}</p> : null}
    </div>
  )
}
