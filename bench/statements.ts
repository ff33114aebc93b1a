import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { listCustomers } from '@/server/features/customers/list-queries'
import { type CustomerPageInput, customerPage } from '@/server/features/customers/list-schema'
import { literal } from '@/server/testing/literal'
import type { Statement } from './processes'

/** Collects the statements that a query would send, and answers each with nothing. */
async function statementsOf(work: (tx: Tx) => Promise<unknown>): Promise<Statement[]> {
  const found: Statement[] = []
  const listening = {
    $queryRaw: async (strings: readonly string[], ...values: unknown[]) => {
      const { text, values: given } = Prisma.sql(strings, ...values)
      found.push({ text, values: given })
      return []
    },
  }
  await work(listening as unknown as Tx)
  return found
}

/** The statement of a page of the customers' list, word for word. */
export async function listStatement(scope: string, input: CustomerPageInput): Promise<Statement> {
  const [first] = await statementsOf((tx) => listCustomers(tx, { scope, timeZone: 'UTC' }, customerPage.parse(input)))
  if (!first) throw new Error('the list asked nothing')
  return first
}

/** A statement with its values written into it: COPY takes no parameters. */
export const inlined = ({ strings, values }: Prisma.Sql): string =>
  strings.reduce((text, part, at) => `${text}${literal(values[at - 1])}${part}`)
