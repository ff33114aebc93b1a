import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { isPrepared } from '@/server/db/prepared'
import { inScope } from '@/server/db/scoped'
import { literal } from './literal'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

type Reads = { rows: number; scansAll: boolean }

/**
 * How a statement is carried out for a company: rows of a table that it touches, and whether it reads that table through. A prepared one
 * may be planned before its values are known: it is carried out like that too, and the dearer counts.
 */
export async function readsOf(scope: string, statement: Prisma.Sql, table: string): Promise<Reads> {
  return inScope(scope, 'read', async (tx) => {
    const known = await explained(tx, statement, table)
    if (!isPrepared(statement)) return known
    await tx.$queryRaw`select set_config('plan_cache_mode', 'force_generic_plan', true)`
    await tx.$executeRawUnsafe(`prepare explained as ${statement.text}`)
    const given = statement.values.length > 0 ? `(${statement.values.map(literal).join(', ')})` : ''
    const blind = await explained(tx, Prisma.raw(`execute explained ${given}`), table)
    await tx.$executeRaw`deallocate explained`
    return { rows: Math.max(known.rows, blind.rows), scansAll: known.scansAll || blind.scansAll }
  })
}

async function explained(tx: Tx, statement: Prisma.Sql, table: string): Promise<Reads> {
  const [answer] = await tx.$queryRaw<{ 'QUERY PLAN': { Plan: Node }[] }[]>(
    Prisma.sql`explain (analyze, format json) ${statement}`,
  )
  const reads = (answer?.['QUERY PLAN'] ?? [])
    .flatMap(({ Plan }) => nodesOf(Plan))
    .filter((node) => node['Relation Name'] === table)
  return {
    rows: reads.reduce(
      (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
      0,
    ),
    scansAll: reads.some((node) => node['Node Type'] === 'Seq Scan'),
  }
}

/** Runs reads as a company and keeps every statement they make. */
export async function watched<T>(
  scope: string,
  work: (tx: Tx) => Promise<T>,
): Promise<{ result: T; statements: Prisma.Sql[] }> {
  const statements: Prisma.Sql[] = []
  const result = await inScope(scope, 'read', (tx) => {
    const run = (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
      const statement = text instanceof Prisma.Sql ? text : Prisma.sql(text, ...values)
      statements.push(statement)
      return tx.$queryRaw(statement)
    }
    return work(new Proxy(tx, { get: (target, name) => (name === '$queryRaw' ? run : Reflect.get(target, name)) }))
  })
  return { result, statements }
}
