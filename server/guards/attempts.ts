import type { AnyRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import type { Tx } from '@/server/db/client'
import type { World, WorldAccount } from '@/server/testing/world'
import { companiesOf } from '@/server/testing/world'
import type { Context } from '@/server/trpc/context'
import { appRouter } from '@/server/trpc/root'
import type { Procedure } from './surface'

/** What came back, byte for byte; `code` is null when it succeeded. */
export type Answer = { status: number; body: string; code: string | null }

/** Calls a procedure as the web does, as a batch of one: parsed, decided, answered, serialised. */
export const call = (procedure: Procedure, context: Context, input: unknown, router?: AnyRouter): Promise<Answer> =>
  callWith(procedure, context, input === undefined ? '{}' : `{"0":${JSON.stringify(input)}}`, router)

/** The same with the text of the batch as it arrives. */
export async function callWith(
  { path, type }: Procedure,
  context: Context,
  batch: string,
  router: AnyRouter = appRouter,
): Promise<Answer> {
  const url = new URL(`http://tierline.test/api/trpc/${path}?batch=1`)
  const isQuery = type === 'query'
  if (isQuery) url.searchParams.set('input', batch)
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: batch }
  const response = await fetchRequestHandler({
    endpoint: '/api/trpc',
    router,
    req: new Request(url, isQuery ? {} : post),
    createContext: () => context,
  })
  return answerOf(response)
}

/** An answer read to its end. */
export async function answerOf(response: Response): Promise<Answer> {
  const body = await response.text()
  return { status: response.status, body, code: codeIn(response, body) }
}

type Refusal = { code?: string }
/** Of a procedure, or of a route. */
type AnyRefusal = { error?: { data?: { refusal?: Refusal } }; refusal?: Refusal }

function codeIn(response: Response, body: string): string | null {
  if (response.ok) return null
  const parsed: unknown = JSON.parse(body)
  const [first] = (Array.isArray(parsed) ? parsed : [parsed]) as AnyRefusal[]
  return first?.error?.data?.refusal?.code ?? first?.refusal?.code ?? 'none'
}

/** Marks in a text that an account may not see: of companies outside its reach; what is handed down is seen from below as well. */
export const foreignMarks = (world: World, account: WorldAccount | null, text: string): string[] =>
  companiesOf(world).flatMap(({ scope, mark, handedDown }) => {
    const isInReach = account !== null && scope.startsWith(account.scope)
    const isAbove = account?.scope.startsWith(scope) === true
    return [
      ...(!isInReach && text.includes(mark) ? [mark] : []),
      ...(!isInReach && !isAbove && text.includes(handedDown) ? [handedDown] : []),
    ]
  })

/**
 * Columns that triggers keep for everybody, also of rows that whoever causes it may not touch: a plan's customers, a pool's
 * figures. The rest of such a row must be as it was.
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  service_plan: ['customers'],
  allocation: ['provisioned', 'updated_at'],
}

const rowsOf = (table: string, kept: readonly string[]) =>
  `select '${table}' as "table", to_jsonb(t) ->> 'scope' as scope, to_jsonb(t)::text as row,
     '${table} ' || (to_jsonb(t) - array[${kept.map((column) => `'${column}'`).join(',')}]::text[])::text as bare from "${table}" t`

type Written = { table: string; scope: string | null; row: string; bare: string }

/** Rows of which triggers keep columns, without these. */
export async function keptRows(tx: Tx): Promise<Set<string>> {
  const parts = Object.entries(KEPT).map(([table, kept]) => rowsOf(table, kept))
  const rows: Written[] = await tx.$queryRawUnsafe(parts.join(' union all '))
  return new Set(rows.map(({ bare }) => bare))
}

/** The rows that the running transaction has written so far, in any of `tables`. */
export async function writtenRows(tx: Tx, tables: readonly string[]): Promise<Written[]> {
  await tx.$executeRaw`set local role tierline_system`
  const parts = tables.map((table) => `${rowsOf(table, KEPT[table] ?? [])} where t.xmin = pg_current_xact_id()::xid`)
  return tx.$queryRawUnsafe(parts.join(' union all '))
}
