import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { type Copied, copyOut } from './copy-out'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const copied = (select: Prisma.Sql): Copied => ({ select, texts: [] })
const rowsOf = (count: number) =>
  copied(Prisma.sql`select n, repeat('x', 200) from generate_series(1, ${count}::int) n`)
const never = new AbortController().signal
const open = (what: Copied, signal = never): Promise<Readable> => copyOut(world.one.msp.scope, what, signal)

/** How many exports the server is serving now. */
async function connections(): Promise<number> {
  const [row] = await sql<{ count: number }>(
    database.superuserUrl,
    `select count(*)::int as count from pg_stat_activity where application_name = 'tierline export' and datname = current_database()`,
  )
  return row?.count ?? 0
}

const connectionsAre = (count: number) => expect.poll(connections, { timeout: 20_000 }).toBe(count)

test('it sees what the company sees, and nothing without one', async () => {
  const ids = copied(Prisma.sql`select id from company where kind = 'customer' order by id`)
  const seen = (await text(await open(ids))).trim().split('\n')
  const { customer, secondCustomer, clpCustomer, disabledCustomer } = world.one
  expect(seen).toEqual([customer, secondCustomer, clpCustomer, disabledCustomer].map(({ id }) => id).sort())
  expect(await text(await copyOut('', ids, never))).toBe('')
})

test('it can write nothing', async () => {
  const lines = await open(copied(Prisma.sql`select set_config('app.scope', ${world.two.top.scope}, true)`))
  expect((await text(lines)).trim()).toBe(world.two.top.scope) // only its own transaction, which ends here
  const write = await open(copied(Prisma.sql`select nextval('job_id_seq')`))
  await expect(text(write)).rejects.toThrow(/read-only|permission denied/)
  await connectionsAre(0)
})

test('values of every kind arrive as they are', async () => {
  const list = ['a', "b'c", '{}', 'd"e\\f', 'ü, ,', '', 'null']
  const select = Prisma.sql`select ${"it's"}::text, ${42}::int, ${true}::boolean, to_json(${list}::text[])`
  const line = await text(await open(copied(select)))
  expect(line).toBe(`it's,42,t,"${JSON.stringify(list).replaceAll('"', '""')}"\n`)
})

test('two run at once, the third waits until one of them ends, and who leaves while waiting is forgotten', async () => {
  const [first, second] = await Promise.all([open(rowsOf(2_000_000)), open(rowsOf(2_000_000))])
  const impatient = new AbortController()
  const forgotten = open(rowsOf(1), impatient.signal)
  let hasThird = false
  const third = open(rowsOf(3)).then((lines) => {
    hasThird = true
    return text(lines)
  })
  impatient.abort(new Error('gone'))
  await expect(forgotten).rejects.toThrow('gone')
  expect(await connections()).toBe(2)
  expect(hasThird).toBe(false)
  first.destroy()
  expect((await third).split('\n')).toHaveLength(4)
  second.destroy()
  await connectionsAre(0)
})

test('the reader’s leaving ends the connection, however it leaves', async () => {
  const leaving = new AbortController()
  const lines = await open(rowsOf(5_000_000), leaving.signal)
  await new Promise((resolve) => lines.once('data', resolve))
  lines.pause()
  expect(await connections()).toBe(1)
  const failed = new Promise((resolve) => lines.once('error', resolve))
  leaving.abort()
  expect(await failed).toBeInstanceOf(Error)
  await connectionsAre(0)
  await expect(open(rowsOf(1), leaving.signal)).rejects.toThrow()
  await connectionsAre(0)
})

test('a statement that fails on its way breaks the stream instead of ending it', async () => {
  const lines = await open(copied(Prisma.sql`select 1 / (${50_000}::int - n) from generate_series(1, 60000) n`))
  await expect(text(lines)).rejects.toThrow('division by zero')
  await connectionsAre(0)
})

test('memory stays flat over 400,000 rows', async () => {
  const lines = await open(rowsOf(400_000))
  let bytes = 0
  let held = 0
  for await (const chunk of lines) {
    bytes += (chunk as Buffer).length
    held = Math.max(held, lines.readableLength)
  }
  expect(bytes).toBeGreaterThan(80_000_000)
  expect(held).toBeLessThan(1_000_000)
})
