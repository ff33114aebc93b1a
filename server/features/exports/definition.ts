import type { z } from 'zod'
import type { Actor, Target } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import type { Copied } from '@/server/db/copy-out'
import { DomainError } from '@/server/lib/errors'

/** A file to come: its name without ending, its headers in the account's language, and what gives a line per row. */
export type CopyPlan = Copied & { fileName: string; headers: readonly string[] }

/** An export kind. `plan` refuses with invalidInput what its input does not allow. */
export type ExportDefinition = {
  privilege: Privilege
  plan: (actor: Actor, target: Target, input: unknown) => CopyPlan
}

/** An export kind with a checked input. */
export function defineExport<Schema extends z.ZodType>(definition: {
  privilege: Privilege
  input: Schema
  plan: (actor: Actor, target: Target, input: z.output<Schema>) => CopyPlan
}): ExportDefinition {
  const { privilege, input: schema, plan } = definition
  return {
    privilege,
    plan(actor, target, raw) {
      const input = schema.safeParse(raw)
      if (!input.success) throw new DomainError('invalidInput')
      return plan(actor, target, input.data)
    },
  }
}
