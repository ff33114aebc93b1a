import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { PREPARED, statementName } from './prepared'
import { inScope } from './scoped'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('what is marked is planned once for a connection, whatever its values; nothing else is kept there', async () => {
  const kept = await inScope('a.', 'read', async (tx) => {
    for (const value of [1, 2, 3]) {
      await tx.$queryRaw`${PREPARED} select ${value}::int + 40 as marked`
      await tx.$queryRaw`select ${value}::int + 50 as unmarked`
    }
    return tx.$queryRaw<{ text: string; plans: number }[]>`
      select statement as text, (generic_plans + custom_plans)::int as plans from pg_prepared_statements`
  })
  expect(kept.filter(({ text }) => text.endsWith('marked'))).toEqual([
    { text: expect.stringContaining('+ 40 as marked'), plans: 3 },
  ])
  expect(kept.some(({ text }) => text.includes("set_config('app.scope'"))).toBe(true)
})

test('names stand for one text each, and are not given without end', () => {
  const name = (number: number) => statementName({ sql: `${PREPARED.text} select ${number}` })
  expect(name(1)).not.toBe(name(2))
  expect(name(1)).toBe(name(1))
  const names = Array.from({ length: 500 }, (_, number) => name(number)).filter((given) => given !== '')
  expect(names.length).toBeGreaterThan(10)
  expect(names.length).toBeLessThan(100)
  expect(name(1)).toBe(names[1])
  expect(statementName({ sql: 'select 1' })).toBe('')
})
