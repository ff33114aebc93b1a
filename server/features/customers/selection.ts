import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'

/** Which customers are meant: these, or everything that matches a filter but these. */
export const customerSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(companyId).min(1).max(5000) }),
])
export type CustomerSelection = z.output<typeof customerSelection>
