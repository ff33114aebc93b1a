import { setTimeout as wait } from 'node:timers/promises'
import { customer } from '@/prisma/seed/invent'
import { randomOf } from '@/prisma/seed/random'
import { REGIONS } from '@/prisma/seed/regions'
import { withClient } from '@/server/db/roles'
import type { Console } from '../console'
import type { BenchDatabase } from '../databases'
import { type Line, seconds, times } from '../report'

const ROWS = 100_000
const HEADINGS =
  'Company name,Address,City,State/Province,Postal code,Country,Account name,First name,Last name,Email,Language,Note'

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

/** A file of 100,000 customers, the same each time. */
export function csvOf(rows: number): Buffer {
  const random = randomOf('bench import')
  const above = { scope: 'x.', name: 'x' }
  const lines = Array.from({ length: rows }, (_, number) => {
    const region = random.pick(REGIONS)
    const made = customer(random, {
      above,
      region,
      token: `i${number.toString(36).padStart(4, '0')}`,
      createdAt: new Date(0),
    })
    const { company, account } = made
    const cells = [
      ...[
        `${company.name} ${number}`,
        company.address,
        company.city,
        company.state,
        company.postalCode,
        company.country,
      ],
      ...[account.loginName, account.firstName, account.lastName, account.email, account.locale, ''],
    ]
    return cells.map(cell).join(',')
  })
  return Buffer.from(`${HEADINGS}\r\n${lines.join('\r\n')}\r\n`)
}

type Operation = { state: string; step: string; done: number; total: number }

/** Waits until the worker has nothing more to do, counting how often the progress moved. */
async function until(console: Console, operationId: string, state: string): Promise<number> {
  let [moves, last] = [0, -1]
  for (;;) {
    const operation = await console.read<Operation>('operations.get', { operationId })
    if (operation.done !== last) {
      moves += 1
      last = operation.done
    }
    if (operation.state === state) return moves
    if (['failed', 'cancelled'].includes(operation.state)) throw new Error(`the import ended ${operation.state}`)
    await wait(50)
  }
}

async function upload(console: Console, file: Buffer): Promise<string> {
  const begun = await console.change<{ operationId: string; pieceBytes: number }>('imports.begin', {
    fileName: 'bench.csv',
    sizeBytes: file.length,
  })
  const { operationId, pieceBytes } = begun
  for (let seq = 0; seq * pieceBytes < file.length; seq++) {
    const answer = await console.ask({
      path: `/api/imports/pieces?operationId=${operationId}&seq=${seq}`,
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file.subarray(seq * pieceBytes, (seq + 1) * pieceBytes),
    })
    if (answer.status >= 300) throw new Error(`piece ${seq}: ${answer.status} ${answer.body.toString().slice(0, 200)}`)
  }
  await console.change('imports.completeUpload', { operationId })
  return operationId
}

/** The floor: the same file by COPY into a plain table, then one statement each for companies and accounts, all triggers on. */
async function floorOf({ superuserUrl }: BenchDatabase): Promise<number> {
  return withClient(superuserUrl, async (client) => {
    await client.query(`create temporary table ready as
      select substr(md5('floor ' || n), 1, 14) as id, 'floor-' || n as token, gen_random_uuid() as account_id from generate_series(1, ${ROWS}) n`)
    const start = performance.now()
    await client.query(`insert into company (id, scope, parent_scope, kind, status, portal, name, city, state, country, slug, contact_id, contact_name, contact_email)
      select r.id, p.scope || r.id || '.', p.scope, 'customer', 'enabled', 'lmp', 'Ready ' || r.token, 'Lyon', 'Rhône', 'FR', r.token, r.account_id, 'First Last', 'x@bench.example'
      from ready r, company p where p.slug = 'bench-partner-2'`)
    await client.query(`insert into account (id, scope, company_id, login_name, first_name, last_name, email, role)
      select r.account_id, p.scope || r.id || '.', r.id, r.token, 'First', 'Last', 'x@bench.example', 'administrator'
      from ready r, company p where p.slug = 'bench-partner-2'`)
    return performance.now() - start
  })
}

/** Row 10: 100,000 customers from CSV through the console, the worker and row security on. */
export async function importRow(database: BenchDatabase, console: Console): Promise<Line[]> {
  const floor = await floorOf(database)
  const file = csvOf(ROWS)
  const operationId = await upload(console, file)
  const { layout, preview } = await console.read<{ layout: unknown; preview: { value: { columns: unknown[] } } }>(
    'imports.preview',
    { operationId },
  )
  const checkStart = performance.now()
  await console.change('imports.check', { operationId, layout, columns: preview.value.columns })
  const checkMoves = await until(console, operationId, 'ready')
  const checked = performance.now() - checkStart
  const { result } = await console.read<{ result: { good: number } }>('imports.get', { operationId })
  if (result.good !== ROWS) throw new Error(`only ${result.good} rows are good`)
  const writeStart = performance.now()
  await console.change('imports.write', { operationId })
  const writeMoves = await until(console, operationId, 'done')
  const written = performance.now() - writeStart
  const line = { row: '10', size: database.size.name }
  return [
    {
      ...line,
      work: `import of 100,000: checked, progress seen ${checkMoves} times`,
      ...{ floor: '', tierline: seconds(checked), ratio: '', goal: '≤ 10 s', isMet: checked <= 10_000 },
    },
    {
      ...line,
      work: `import of 100,000: written, progress seen ${writeMoves} times (floor: two INSERTs)`,
      ...{
        floor: seconds(floor),
        tierline: seconds(written),
        ratio: times(written / floor),
        goal: '≤ 20 s',
        isMet: written <= 20_000,
      },
    },
  ]
}
