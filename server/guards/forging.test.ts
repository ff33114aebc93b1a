import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { companiesOf, makeWorld, type World, type WorldCompany } from '@/server/testing/world'
import {
  asApplication,
  attempt,
  deleteOf,
  insertOf,
  readOf,
  rowsAt,
  shapesOf,
  type TableShape,
  undone,
  updateOf,
} from './forging'
import { canHold, HOLDERS } from './holders'
import { TABLES, tablesOf } from './tables'

let database: TestDatabase
let client: Client
let world: World
let shapes: TableShape[]

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  client = new Client({ connectionString: database.superuserUrl })
  await client.connect()
  shapes = await shapesOf(client, tablesOf('own', 'inherited', 'granted'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

/** Who tries, on whose rows: across channels, beside, above, and a sibling's child. */
const pairs = (): [WorldCompany, WorldCompany][] => {
  const { one, two } = world
  return [
    [one.top, two.top],
    [one.top, two.customer],
    [one.msp, one.sibling],
    [one.msp, one.siblingCustomer],
    [one.msp, one.top],
    [one.customer, one.secondCustomer],
    [one.customer, one.msp],
    [one.customer, two.customer],
    [one.reseller, one.msp],
    [one.reseller, two.reseller],
    [two.msp, one.customer],
  ]
}

/** Runs `check` for every table, attacker and foreign row; gives what it found, and how often it looked. */
async function eachForeignRow(
  check: (shape: TableShape, mine: WorldCompany, row: string) => Promise<string | null>,
): Promise<{ findings: string[]; tables: number; looked: number }> {
  const findings: string[] = []
  const tables = new Set<string>()
  let looked = 0
  for (const shape of shapes) {
    for (const [mine, other] of pairs()) {
      for (const row of await rowsAt(client, shape, other.scope)) {
        const finding = await check(shape, mine, row)
        if (finding) findings.push(`${shape.name}: ${finding}`)
        tables.add(shape.name)
        looked += 1
      }
    }
  }
  return { findings, tables: tables.size, looked }
}

const NONE = expect.objectContaining({ findings: [] })

/** A refusal by rights, or nothing touched. */
const isHeld = (result: Awaited<ReturnType<typeof attempt>>) =>
  'refused' in result ? result.refused === '42501' : result.rows === 0

/** What is handed down is read from below, and nothing more. */
const mayRead = ({ name }: TableShape, mine: WorldCompany, { scope }: { scope: string }) =>
  TABLES[name] === 'inherited' && mine.scope.startsWith(scope)

test('the world holds a row of every table of a company that can have any, so that nothing below is vacuous', async () => {
  const wrong: string[] = []
  for (const shape of shapes) {
    for (const company of companiesOf(world)) {
      const isThere = (await rowsAt(client, shape, company.scope)).length > 0
      if (isThere !== canHold(shape.name, company)) wrong.push(`${shape.name} at ${company.name}: ${isThere}`)
    }
  }
  expect(wrong).toEqual([])
  expect(Object.keys(HOLDERS).filter((name) => !shapes.some((shape) => shape.name === name))).toEqual([])
})

test('nobody reads, changes or deletes a foreign row, in any table; what is handed down is read from below', async () => {
  let handedDown = 0
  const { tables, looked, ...rest } = await eachForeignRow((shape, mine, row) =>
    undone(client, async () => {
      const isHandedDown = mayRead(shape, mine, JSON.parse(row))
      if (isHandedDown) handedDown += 1
      await asApplication(client, mine.scope)
      const read = await attempt(client, readOf(shape), [row])
      const changed = await attempt(client, updateOf(shape, ['scope']), [row, row])
      const deleted = await attempt(client, deleteOf(shape), [row])
      const isReadRight = isHandedDown ? 'rows' in read && read.rows === 1 : isHeld(read)
      return isReadRight && isHeld(changed) && isHeld(deleted) ? null : JSON.stringify({ read, changed, deleted })
    }),
  )
  expect(rest).toEqual(NONE)
  expect(tables).toBe(shapes.length)
  expect(looked).toBeGreaterThan(shapes.length * 10)
  expect(handedDown).toBeGreaterThanOrEqual(tablesOf('inherited').length)
})

test('nobody inserts a row for somebody else, in any table, although the same row is good for the system', async () => {
  const { findings } = await eachForeignRow((shape, mine, row) =>
    undone(client, async () => {
      // The row itself, once more: triggers and key checks off, so that only row security can refuse it.
      await client.query('set local session_replication_role = replica')
      await client.query(deleteOf(shape), [row])
      await client.query('set local role tierline_system')
      const control = await attempt(client, insertOf(shape), [row])
      await client.query(deleteOf(shape), [row])
      await asApplication(client, mine.scope)
      const forged = await attempt(client, insertOf(shape), [row])
      if (!('rows' in control) || control.rows !== 1) return `the control failed: ${JSON.stringify(control)}`
      return 'refused' in forged && forged.refused === '42501' ? null : `inserted: ${JSON.stringify(forged)}`
    }),
  )
  expect(findings).toEqual([])
})

test('nobody gives a row of one’s own to somebody else, nor points it at a foreign row', async () => {
  const HELD = ['42501', '23503', '23514']
  const attacked = new Set<string>()
  const { findings } = await eachForeignRow(async (shape, mine, foreign) => {
    const [own] = await rowsAt(client, shape, mine.scope)
    if (!own) return canHold(shape.name, mine) ? 'the attacker has no row' : null
    attacked.add(shape.name)
    return undone(client, async () => {
      // Out of the way of unique keys: what it refers to stays.
      await client.query('set local session_replication_role = replica')
      await client.query(deleteOf(shape), [foreign])
      await client.query('set local session_replication_role = origin')
      await asApplication(client, mine.scope)
      const aims = [['scope'], ...shape.references.map(({ columns }) => columns.filter((column) => column !== 'scope'))]
      // Two siblings have the same parent: there is nothing to take over.
      const differ = (column: string) => JSON.parse(own)[column] !== JSON.parse(foreign)[column]
      // What one's own companies above hand down may be pointed at.
      const isAbove = (column: string) =>
        column.endsWith('_scope') && mine.scope.startsWith(JSON.parse(foreign)[column] ?? '-')
      for (const columns of aims.filter((names) => names.some(differ) && !names.some(isAbove))) {
        const result = await attempt(client, updateOf(shape, columns), [own, foreign])
        const isRefused = 'refused' in result && HELD.includes(result.refused)
        const mayMissIt = columns[0] === 'scope' || TABLES[shape.name] === 'granted'
        if (!isRefused && !(mayMissIt && isHeld(result))) return `${columns}: ${JSON.stringify(result)}`
      }
      return null
    })
  })
  expect(findings).toEqual([])
  expect(shapes.filter(({ name }) => !attacked.has(name)).map(({ name }) => name)).toEqual([])
})

test('what is granted is written from above only: its holder reads it, and can neither raise, renew, give nor drop it', async () => {
  const granted = shapes.filter(({ name }) => TABLES[name] === 'granted')
  expect(granted.map(({ name }) => name)).toEqual(['allocation', 'msp_permission', 'plan_grant'])
  for (const shape of granted) {
    for (const mine of [world.one.msp, world.one.reseller].filter((company) => canHold(shape.name, company))) {
      const [row = ''] = await rowsAt(client, shape, mine.scope)
      const tried = (as: WorldCompany) =>
        undone(client, async () => {
          await client.query('set local session_replication_role = replica')
          await asApplication(client, as.scope)
          const read = await attempt(client, readOf(shape), [row])
          const changed = await attempt(client, updateOf(shape, shape.columns), [row, row])
          const deleted = await attempt(client, deleteOf(shape), [row])
          const inserted = await attempt(client, insertOf(shape), [row])
          return { read, changed, deleted, inserted }
        })
      const once = { rows: 1 }
      expect(await tried(world.one.top)).toEqual({ read: once, changed: once, deleted: once, inserted: once })
      const nothing = { rows: 0 }
      const held = { read: once, changed: nothing, deleted: nothing, inserted: { refused: '42501' } }
      expect(await tried(mine)).toEqual(held)
    }
  }
})

test('an MSP cannot raise its allocation, switch its refill on nor let itself brand, a reseller cannot grant itself a plan it was not given', async () => {
  const { one } = world
  await undone(client, async () => {
    await asApplication(client, one.msp.scope)
    expect(await attempt(client, 'update allocation set allocated = allocated + 1')).toEqual({ rows: 0 })
    expect(await attempt(client, 'update allocation set refill = true, disabled = false')).toEqual({ rows: 0 })
    expect(await attempt(client, 'update msp_permission set own_branding = true')).toEqual({ rows: 0 })
  })
  await undone(client, async () => {
    await client.query('delete from plan_grant where scope = $1', [one.reseller.scope])
    await asApplication(client, one.reseller.scope)
    const grant = `insert into plan_grant (scope, plan_scope, plan_id) select $1, scope, id from service_plan where scope = $2`
    expect(await attempt(client, grant, [one.reseller.scope, one.top.scope])).toEqual({ refused: '42501' })
    await asApplication(client, one.top.scope)
    expect(await attempt(client, grant, [one.reseller.scope, one.top.scope])).not.toHaveProperty('refused')
  })
})

test('what was bought stays as it was: nobody changes or deletes a transaction, a version or a redemption of its own', async () => {
  for (const table of ['customer_transaction', 'subscription_version', 'subscription_period', 'key_redemption']) {
    await undone(client, async () => {
      await asApplication(client, world.one.top.scope)
      for (const statement of [`update ${table} set scope = scope`, `delete from ${table}`]) {
        expect(await attempt(client, statement)).toEqual({ refused: '42501' })
      }
    })
  }
})

test('the guard fires: with row security off, foreign rows are read, changed, forged and pointed at', async () => {
  const [note] = shapes.filter(({ name }) => name === 'note')
  const [row] = note ? await rowsAt(client, note, world.two.customer.scope) : []
  if (!note || !row) throw new Error('there is no note')
  await undone(client, async () => {
    await client.query('alter table note disable row level security')
    await asApplication(client, world.one.msp.scope)
    expect(await attempt(client, readOf(note), [row])).toEqual({ rows: 1 })
    expect(await attempt(client, deleteOf(note), [row])).toEqual({ rows: 1 })
    expect(await attempt(client, insertOf(note), [row])).toEqual({ rows: 1 })
  })
  await undone(client, async () => {
    await client.query('drop policy own on note; create policy own on note to tierline_app using (true)')
    await asApplication(client, world.one.msp.scope)
    expect(await attempt(client, readOf(note), [row])).toEqual({ rows: 1 })
  })
})
