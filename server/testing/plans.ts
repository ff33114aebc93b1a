import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Node[]
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** How a statement is carried out for a company: rows of a table that it touches, and whether it reads that table through. */
export async function readsOf(
  scope: string,
  statement: Prisma.Sql,
  table: string,
): Promise<{ rows: number; scansAll: boolean }> {
  const [answer] = await inScope(scope, 'read', (tx) =>
    tx.$queryRaw<{ 'QUERY PLAN': { Plan: Node }[] }[]>(Prisma.sql`explain (analyze, format json) ${statement}`),
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
