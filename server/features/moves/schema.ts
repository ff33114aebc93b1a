import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'

/** A customer and the managing company it would move to. Reads name the customer by `id`: they look from one's own company down. */
export const moveQuestion = z.object({ id: companyId, toId: companyId })
export type MoveQuestion = z.output<typeof moveQuestion>

/** Carries out what was shown: the customer, where to, and for each of its subscriptions the plan at its new place. */
export const moveOrder = z.object({
  companyId,
  toId: companyId,
  plans: z.array(z.object({ subscriptionId: z.uuid(), planId: z.uuid() })).max(500),
})
export type MoveOrder = z.output<typeof moveOrder>
