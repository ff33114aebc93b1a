'use client'

import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/trpc/refusal'
import { SHAPES } from '@/components/ui/status'
import type { Assignment } from '@/server/features/licences/plan-rules'
import type { Decision } from '@/server/lib/result'
import { EffectLines } from '../effect-lines'
import { useLicenceWords } from '../words'
import type { Plan } from './wishes'

type Props = { decision: Decision<Assignment>; plan: Plan; isTyped: boolean; plans: Readonly<Record<string, string>> }

/** What assigning one plan would do: the new licence in a sentence, the old → new of one that is there, or why not. */
export function Outcome({ decision, plan, isTyped, plans }: Props) {
  const t = useTranslations('licence.assign')
  const refusal = useRefusal()
  const words = useLicenceWords()
  if (!isTyped) return null
  if (!decision.ok) {
    return (
      <p className="flex gap-1.5 text-warning-text text-sm">
        <span aria-hidden>{SHAPES.caution}</span>
        <span className="min-w-0 break-words">{refusal.ofCode(decision.code, decision.params)}</span>
      </p>
    )
  }
  if (decision.value.kind === 'change') {
    return (
      <div className="rounded-md bg-sunken px-3 py-2">
        <p className="mb-1 text-ink-2 text-sm">{t('changesExisting')}</p>
        <EffectLines effect={decision.value.effect} unit={plan.unit} plans={plans} />
      </div>
    )
  }
  const { state } = decision.value
  return (
    <p className="text-base text-ink-2">
      {state.awaitingSignIn
        ? t('issuesWaiting', { units: words.units(state.units, plan.unit), months: state.initialMonths })
        : t('issues', {
            units: words.units(state.units, plan.unit),
            from: words.day(state.startsOn),
            to: words.day(state.endsOn),
          })}{' '}
      {words.renewal(state)}.
    </p>
  )
}
