import { Prisma } from '@/prisma/generated/client'

const TAG = '/* prepared */'

/**
 * Begins a statement whose plan is the same whatever its values are: walks along an index, look-ups by a key. It is parsed and planned once
 * for each connection. Never a search: its plan depends on what is searched for.
 */
export const PREPARED = Prisma.raw(TAG)
export const isPrepared = ({ text }: Prisma.Sql): boolean => text.startsWith(TAG)

/** Each connection keeps a plan for each of them: beyond so many shapes, which only odd filters reach, statements stay unnamed. */
const SHAPES_MAX = 60
const names = new Map<string, string>()

/** The name under which the connections of this process keep a statement, if they do. */
export function statementName({ sql }: { sql: string }): string {
  if (!sql.startsWith(TAG)) return ''
  const known = names.get(sql)
  if (known !== undefined || names.size >= SHAPES_MAX) return known ?? ''
  const name = `tierline_${names.size}`
  names.set(sql, name)
  return name
}
