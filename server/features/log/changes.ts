import type { Prisma } from '@/prisma/generated/client'

type Values = Readonly<Record<string, Prisma.InputJsonValue | null | undefined>>

/** What differs between two states, as the log keeps it; null when nothing does. Only what `after` names is compared. */
export function changesOf(
  before: Values,
  after: Values,
): { before: Prisma.InputJsonObject; after: Prisma.InputJsonObject } | null {
  const keys = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const only = (values: Values) => Object.fromEntries(keys.map((key) => [key, values[key]]))
  return keys.length === 0 ? null : { before: only(before), after: only(after) }
}
