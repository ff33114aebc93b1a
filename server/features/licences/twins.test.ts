import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { addDays, addMonths, type Day } from '@/server/lib/period'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { type LicenceDates, statusOf } from './status'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const BEGIN = '2024-01-31'
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(BEGIN, days))
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null, freq: 3 })

const asked: fc.Arbitrary<{ licence: LicenceDates; today: Day }> = fc
  .record({
    startsOn: day,
    length: fc.integer({ min: 0, max: 120 }),
    noticeDays: fc.integer({ min: 0, max: 60 }),
    graceDays: fc.integer({ min: 0, max: 40 }),
    awaitingSignIn: fc.boolean(),
    suspendedEndsOn: maybe(day),
    cancelledOn: maybe(day),
    enabled: fc.boolean(),
    // Around the days on which something changes.
    from: fc.constantFrom('startsOn', 'endsOn', 'grace' as const),
    shift: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ length, from, shift, ...rest }) => {
    const licence = { ...rest, endsOn: addDays(rest.startsOn, length) }
    const around =
      from === 'grace' ? addDays(licence.endsOn, licence.graceDays) : licence[from as 'startsOn' | 'endsOn']
    return { licence, today: addDays(around, shift) }
  })

test('the database derives the same status from the same days', async () => {
  const rows = fc.sample(asked, 3_000)
  const answers = await asSystem(
    (tx) => tx.$queryRaw<{ status: string }[]>`
      select licence_status_on(r."startsOn", r."endsOn", r."noticeDays", r."graceDays", r."awaitingSignIn", r."suspendedEndsOn",
        r."cancelledOn", r.enabled, r.today)::text as status
      from jsonb_to_recordset(${JSON.stringify(rows.map(({ licence, today }, at) => ({ ...licence, today, at })))}::jsonb)
        as r (at integer, "startsOn" date, "endsOn" date, "noticeDays" integer, "graceDays" integer, "awaitingSignIn" boolean,
          "suspendedEndsOn" date, "cancelledOn" date, enabled boolean, today date)
      order by r.at`,
  )
  expect(answers.map(({ status }) => status)).toEqual(rows.map(({ licence, today }) => statusOf(licence, today)))
  expect(new Set(answers.map(({ status }) => status)).size).toBe(8)
})

test('the database counts months from an anchor day as the rules do', async () => {
  const rows = fc.sample(
    fc.record({ day, months: fc.integer({ min: 1, max: 66 }), anchor: fc.integer({ min: 1, max: 31 }) }),
    3_000,
  )
  const answers = await asSystem(
    (tx) => tx.$queryRaw<{ day: string }[]>`
      select months_after(r.day, r.months, r.anchor)::text as day
      from jsonb_to_recordset(${JSON.stringify(rows.map((row, at) => ({ ...row, at })))}::jsonb)
        as r (at integer, day date, months integer, anchor integer) order by r.at`,
  )
  expect(answers.map((row) => row.day)).toEqual(rows.map((row) => addMonths(row.day, row.months, row.anchor)))
})
