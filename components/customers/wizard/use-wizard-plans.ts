'use client'

import { useState } from 'react'
import { decideWishes, type WishDraft, wishOf } from '@/components/licences/assign/wishes'
import { usePlanChoice } from '@/components/licences/use-plan-choice'

/** The plans that a new customer shall get from its managing company, as typed, and what each would do. */
export function useWizardPlans(managerId: string) {
  const { data: choice, error } = usePlanChoice(managerId)
  /** Another managing company has other plans: what was chosen from the first stays with it. */
  const [typed, setTyped] = useState<Readonly<Record<string, WishDraft[]>>>({})
  const [isRefused, setRefused] = useState(false)
  const wishes = typed[managerId] ?? []
  const customer = choice ? { status: 'enabled' as const, manager: choice.manager, subscriptions: [] } : null
  const decisions = choice && customer ? decideWishes(choice, customer, wishes) : []
  return {
    choice,
    error,
    wishes,
    setWishes: (next: WishDraft[]) => {
      setTyped({ ...typed, [managerId]: next })
      setRefused(false)
    },
    decisions,
    names: Object.fromEntries((choice?.plans ?? []).map(({ id, name }) => [id, name])),
    isRefused,
    /** Whether every plan can be assigned as it is typed; if not, the step says so from now on. */
    check: (): boolean => {
      const holds = wishes.length === 0 || (decisions.length > 0 && decisions.every(({ ok }) => ok))
      setRefused(!holds)
      return holds
    },
    /** As the procedure takes them. */
    input: () => wishes.map(wishOf),
  }
}
