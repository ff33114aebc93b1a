import { afterAll, beforeAll, expect, test } from 'vitest'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { IMPORT_LIMITS } from './read/limits'
import { csvOf, goodRow, upload } from './testing/upload'
import { SharedTexts, workbookOf, workbookOfTexts } from './testing/workbook'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const rows = (count: number): string[][] => Array.from({ length: count }, (_, i) => [`Company ${i}`, 'Kloten'])
const TOO_MANY = { ok: false, code: 'fileTooManyRows', params: { max: IMPORT_LIMITS.rows } }

test.each([
  ['a text', (count: number) => csvOf(...rows(count))],
  ['a workbook', (count: number) => workbookOfTexts([['Company name', 'City'], ...rows(count)])],
])(
  '%s of 100,000 rows is taken; one more, and it is over when it has arrived',
  async (_, fileOf) => {
    const { admin } = world.one.msp
    const { imports } = callerOf(admin)
    const taken = await upload(admin, fileOf(IMPORT_LIMITS.rows))
    expect(taken.answer).toMatchObject({ ok: true })
    expect(await imports.get(taken)).toMatchObject({ phase: 'mapping' })

    const refused = await upload(admin, fileOf(IMPORT_LIMITS.rows + 1))
    expect(refused.answer).toEqual(TOO_MANY)
    expect(await imports.get(refused)).toMatchObject({ phase: 'failed', refusal: { code: 'fileTooManyRows' } })
  },
  120_000,
)

const HEADINGS = [
  'Company name',
  'City',
  'State/Province',
  'Country',
  'Account name',
  'First name',
  'Last name',
  'Email',
]

test('of several sheets the one with too many rows is refused when it is chosen, another is not', async () => {
  const { admin } = world.one.msp
  const { imports } = callerOf(admin)
  const shared = new SharedTexts()
  const sheet = (name: string, count: number) => ({
    name,
    rows: [HEADINGS, ...Array.from({ length: count }, (_, i) => goodRow(i).slice(0, i < 3 ? HEADINGS.length : 1))]
      .map((cells, row) => `<row>${cells.map((text, column) => shared.cell(text, column, row)).join('')}</row>`)
      .join(''),
  })
  const sheets = [sheet('Long', IMPORT_LIMITS.rows + 1), sheet('Short', 3)]
  const { operationId, answer } = await upload(admin, workbookOf({ sheets, sharedStrings: shared.xml() }))
  expect(answer).toMatchObject({ ok: true })
  const { preview } = await imports.preview({ operationId })
  if (!preview.ok) throw new Error(preview.code)
  const check = (chosen: number) =>
    imports.check({ operationId, layout: { format: 'xlsx', sheet: chosen }, columns: [...preview.value.columns] })
  expect((await refusal(check(0))).code).toBe('fileTooManyRows')
  await check(1)
  await drain()
  expect(await imports.get({ operationId })).toMatchObject({ phase: 'report', result: { rows: 3, good: 3 } })
}, 120_000)
