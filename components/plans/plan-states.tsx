'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { type Shape, Status } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import type { PlanState } from '@/server/features/plans/rules'

const LOOK = {
  endOfLife: { tone: 'danger', shape: 'cross' },
  locked: { tone: 'warning', shape: 'caution' },
  endOfSale: { tone: 'neutral', shape: 'half' },
  disabled: { tone: 'neutral', shape: 'empty' },
  enabled: { tone: 'good', shape: 'full' },
  nfr: { tone: 'neutral', shape: 'quarter' },
  trialForm: { tone: 'info', shape: 'tick' },
} as const satisfies Record<PlanState, { tone: Tone; shape: Shape }>

/** Every state of a plan, the most pressing first: shape and word. */
export function PlanStates({ states, className }: { states: readonly PlanState[]; className?: string }) {
  const t = useTranslations('plans')
  return (
    <span className={cn('inline-flex max-w-full flex-wrap items-center gap-x-3', className)}>
      {states.map((state) => (
        <Status key={state} {...LOOK[state]}>
          {t(`state.${state}`)}
        </Status>
      ))}
    </span>
  )
}
