import { z } from 'zod'

export const operationRef = z.object({ operationId: z.uuid() })

export const operationFilter = z.object({
  state: z.enum(['draft', 'queued', 'running', 'ready', 'done', 'failed', 'cancelled']).optional(),
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type OperationFilter = z.output<typeof operationFilter>

export const itemFilter = operationRef.extend({
  state: z.enum(['pending', 'done', 'refused', 'failed']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).default(100),
})
export type ItemFilter = z.output<typeof itemFilter>
