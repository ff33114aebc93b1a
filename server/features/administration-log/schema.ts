import { z } from 'zod'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'
import { companyId } from '@/server/features/companies/schema'
import { LOG_TARGETS } from '@/server/features/log/targets'
import { day } from '@/server/lib/days'
import { line } from '@/server/lib/text'

const privileges = Object.keys(PRIVILEGES) as [Privilege, ...Privilege[]]

/** What is left out restricts nothing. Days are those of the person's time zone. */
export const logFilter = z.object({
  /** Part of the name of who did it or of what it was done to. */
  q: line(128, 0).optional(),
  action: z.array(z.enum(privileges)).max(20).optional(),
  target: z.array(z.enum(LOG_TARGETS)).max(LOG_TARGETS.length).optional(),
  /** One thing: its id. */
  targetId: z.string().max(40).optional(),
  /** What was done to one partner: to itself, its accounts, what it sells and may do, customers that came and went. */
  partnerId: companyId.optional(),
  refused: z.boolean().optional(),
  from: day.optional(),
  to: day.optional(),
})
export type LogFilter = z.output<typeof logFilter>
export type LogFilterInput = z.input<typeof logFilter>

export const logPage = z.object({
  companyId: companyId.optional(),
  filter: logFilter.default({}),
  after: z.uuid().optional(),
  before: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type LogPage = z.output<typeof logPage>
export type LogPageInput = z.input<typeof logPage>

export const logCount = z.object({ companyId: companyId.optional(), filter: logFilter.default({}) })
