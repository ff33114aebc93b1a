import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { PICKED_MAX } from './list-options'
import { customerFilter } from './list-schema'

/** Which customers are meant: these, or everything that matches a filter but these. */
export const customerSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(companyId).min(1).max(PICKED_MAX) }),
  z.object({
    kind: z.literal('matching'),
    filter: customerFilter,
    except: z.array(companyId).max(PICKED_MAX).default([]),
  }),
])
export type CustomerSelection = z.output<typeof customerSelection>
export type CustomerSelectionInput = z.input<typeof customerSelection>
