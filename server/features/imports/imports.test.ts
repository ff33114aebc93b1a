import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World, type WorldCompany } from '@/server/testing/world'
import { askForCheck, checked, csvOf, goodRow, upload, written } from './testing/upload'
import { workbookOfTexts } from './testing/workbook'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

/** What imports have made below a company: its customers with a key of ours, and their accounts. */
const importedBelow = async ({ scope }: WorldCompany) => {
  const [row] = await sql<{ companies: number; accounts: number }>(
    database.superuserUrl,
    `select count(distinct c.id)::int as companies, count(a.id)::int as accounts
     from company c left join account a on a.company_id = c.id where c.parent_scope = $1 and length(c.import_key) = 22`,
    [scope],
  )
  return row
}

const rowsOf = async (
  account: WorldCompany['admin'],
  operationId: string,
  filter: 'all' | 'bad' | 'warned' | 'known' = 'all',
) => (await callerOf(account).imports.rows({ operationId, filter, limit: 200 })).rows

test('4,978 real organisations go in, twin names are reported, and a second time adds none', async () => {
  const { msp } = world.one
  const file = readFileSync('docs/samples/organisations.csv')
  const report = await checked(msp.admin, file)
  expect(report).toMatchObject({ phase: 'report', total: 4978, result: { rows: 4978, good: 4978, bad: 0, known: 0 } })
  expect(report.result.problems).toEqual({ languageNotOffered: 723, sameCompany: 2 })
  const { rows } = await callerOf(msp.admin).imports.rows({ operationId: report.id, problem: 'sameCompany' })
  expect(rows.map(({ name, state }) => [name, state])).toEqual([
    ['Deer Lake Airport', 'good'],
    ['Columbus Municipal Airport', 'good'],
  ])

  const done = await written(msp.admin, report.id)
  expect(done).toMatchObject({ phase: 'done', result: { written: 4978, failed: 0, good: 0 } })
  expect(await importedBelow(msp)).toEqual({ companies: 4978, accounts: 4978 })

  const again = await checked(msp.admin, file)
  expect(again).toMatchObject({ phase: 'report', result: { rows: 4978, good: 0, bad: 0, known: 4978 } })
  const unfinished = await callerOf(msp.admin).operations.unfinished()
  expect(unfinished.map(({ id }) => id)).not.toContain(again.id)
  expect((await refusal(callerOf(msp.admin).imports.write({ operationId: again.id }))).code).toBe('noGoodRows')
  expect(await importedBelow(msp)).toEqual({ companies: 4978, accounts: 4978 })
  await callerOf(msp.admin).imports.reopen({ operationId: again.id })
  expect(await callerOf(msp.admin).imports.get({ operationId: again.id })).toMatchObject({ phase: 'mapping' })
})

test('an imported customer is what its row says, with an administrator who cannot sign in yet', async () => {
  const { reseller } = world.one
  const { id } = await checked(
    reseller.admin,
    csvOf(goodRow(1, { name: 'Zürich Flughafen', login: 'Zrh-Desk', country: 'Suisse' })),
  )
  await written(reseller.admin, id)
  const [customer] = await sql(
    database.superuserUrl,
    `select c.name, c.country, c.postal_code, c.portal, c.status, c.slug, c.contact_name, c.contact_email, c.contact_id = a.id as is_contact,
       a.login_name, a.role, a.enabled, a.password_hash, c.scope = c.parent_scope || c.id || '.' as is_below
     from company c join account a on a.company_id = c.id where c.parent_scope = $1 and c.name = 'Zürich Flughafen'`,
    [reseller.scope],
  )
  expect(customer).toMatchObject({
    ...{
      name: 'Zürich Flughafen',
      country: 'CH',
      postal_code: '08058',
      portal: 'lmp',
      status: 'enabled',
      is_below: true,
    },
    ...{ login_name: 'Zrh-Desk', role: 'administrator', enabled: true, password_hash: null },
    ...{ contact_name: 'Ann Meier', contact_email: 'ann@c1.example', is_contact: true },
    slug: expect.stringMatching(/^zurich-flughafen-[0-9a-z]{6}$/),
  })
  const [row] = await rowsOf(reseller.admin, id)
  const log = await sql(
    database.superuserUrl,
    `select action, target_name, account_id from log_entry where target_id = $1`,
    [row?.companyId],
  )
  expect(log).toEqual([{ action: 'customer.import', target_name: 'Zürich Flughafen', account_id: reseller.admin.id }])
})

test('good rows go in without the bad ones, each with all that is wrong', async () => {
  const { sibling, siblingCustomer } = world.one
  const taken = siblingCustomer.admin.loginName.toUpperCase()
  const elsewhere = world.two.siblingCustomer.admin.loginName
  const report = await checked(
    sibling.admin,
    csvOf(
      goodRow(101),
      goodRow(102, { country: 'Absurdistan', city: '' }),
      goodRow(103, { login: 'LOGIN-101' }),
      goodRow(104, { login: taken }),
      goodRow(105, { login: elsewhere }),
      goodRow(106, { name: 'Company 101' }),
      goodRow(107, { name: siblingCustomer.name, country: 'GB' }),
    ),
  )
  expect(report.result).toMatchObject({ rows: 7, good: 4, bad: 3, known: 0, warned: 2 })
  const rows = await rowsOf(sibling.admin, report.id)
  expect(rows.map(({ line, state, problems }) => [line, state, problems.map(({ code }) => code)])).toEqual([
    [2, 'good', []],
    [3, 'bad', ['required', 'country']],
    [4, 'bad', ['loginTwice']],
    [5, 'bad', ['loginTaken']],
    [6, 'good', []],
    [7, 'good', ['sameCompany']],
    [8, 'good', ['companyExists']],
  ])
  expect(rows[1]?.problems[1]).toMatchObject({ field: 'country', text: 'Absurdistan' })
  expect(rows[2]?.problems[0]).toMatchObject({ field: 'loginName', params: { line: 2 } })
  const done = await written(sibling.admin, report.id)
  expect(done.result).toMatchObject({ written: 4, bad: 3, failed: 0 })
  expect(await importedBelow(sibling)).toEqual({ companies: 4, accounts: 4 })
})

test('the rows of a report are paged to and fro', async () => {
  const { msp } = world.two
  const { id: operationId } = await checked(msp.admin, csvOf(...Array.from({ length: 7 }, (_, i) => goodRow(150 + i))))
  const page = async (at: { after?: number; before?: number }) => {
    const { rows, nextAfter, prevBefore } = await callerOf(msp.admin).imports.rows({ operationId, limit: 3, ...at })
    return { lines: rows.map(({ line }) => line), nextAfter, prevBefore }
  }
  expect(await page({})).toEqual({ lines: [2, 3, 4], nextAfter: 4, prevBefore: null })
  expect(await page({ after: 4 })).toEqual({ lines: [5, 6, 7], nextAfter: 7, prevBefore: 5 })
  expect(await page({ after: 7 })).toEqual({ lines: [8], nextAfter: null, prevBefore: 8 })
  expect(await page({ before: 8 })).toEqual({ lines: [5, 6, 7], nextAfter: 7, prevBefore: 5 })
  expect(await page({ before: 5 })).toEqual({ lines: [2, 3, 4], nextAfter: 4, prevBefore: null })
})

test('a login name that is taken between check and writing fails alone, and leaves no company behind', async () => {
  const { top } = world.one
  const report = await checked(top.admin, csvOf(goodRow(201), goodRow(202)))
  await sql(
    database.superuserUrl,
    `insert into account (scope, company_id, login_name, first_name, last_name, email, role)
     values ($1, $2, 'Login-201', 'a', 'b', 'a@b.example', 'administrator')`,
    [world.one.customer.scope, world.one.customer.id],
  )
  const done = await written(top.admin, report.id)
  expect(done).toMatchObject({ phase: 'done', result: { written: 1, failed: 1 } })
  expect(await importedBelow(top)).toEqual({ companies: 1, accounts: 1 })
  expect(
    (await rowsOf(top.admin, report.id)).map(({ state, problems }) => [state, problems.map(({ code }) => code)]),
  ).toEqual([
    ['failed', ['lostRace']],
    ['written', []],
  ])
})

test('the same file checked twice before either is written goes in once', async () => {
  const { sibling } = world.two
  const file = csvOf(goodRow(301), goodRow(302))
  const first = await checked(sibling.admin, file)
  const second = await checked(sibling.admin, file)
  expect(second.result.good).toBe(2)
  expect((await written(sibling.admin, first.id)).result).toMatchObject({ written: 2 })
  expect((await written(sibling.admin, second.id)).result).toMatchObject({ written: 0, known: 2, failed: 0 })
  expect(await importedBelow(sibling)).toEqual({ companies: 2, accounts: 2 })
})

test('a workbook goes the same way', async () => {
  const rows = [
    ['Société', 'Ville', 'Région', 'Pays', 'Identifiant', 'Prénom', 'Nom', 'Courriel', 'Code postal'],
    goodRow(401, { country: 'Allemagne' }),
  ]
  const { reseller } = world.two
  const report = await checked(reseller.admin, workbookOfTexts(rows))
  expect(report).toMatchObject({ layout: { format: 'xlsx', sheet: 0 }, result: { good: 1 } })
  expect((await written(reseller.admin, report.id)).result.written).toBe(1)
})

test('a parent imports for a partner below it, and for nobody else', async () => {
  const { top, reseller, customer, suspended } = world.one
  const report = await checked(top.admin, csvOf(goodRow(501)), { parentId: reseller.id })
  expect(report.parent).toEqual({ id: reseller.id, name: reseller.name, isOwn: false })
  await written(top.admin, report.id)
  const before = await importedBelow(reseller)
  expect(before?.companies).toBeGreaterThan(0)
  const begin = (parentId: string) =>
    refusal(callerOf(top.admin).imports.begin({ fileName: 'x.csv', sizeBytes: 10, parentId }))
  expect((await begin(world.two.reseller.id)).code).toBe('notFound')
  expect((await begin('nosuchthing1')).code).toBe('notFound')
  expect((await begin(customer.id)).code).toBe('wrongParent')
  expect((await begin(suspended.id)).code).toBe('targetSuspended')
})

test('what is not a file of customers is refused with its reason and leaves nothing but the refusal', async () => {
  const { msp } = world.two
  const { operationId, answer } = await upload(msp.admin, Buffer.from('d0cf11e0a1b11ae1', 'hex'))
  expect(answer).toMatchObject({ ok: false, code: 'fileOldWorkbook' })
  expect(await callerOf(msp.admin).imports.get({ operationId })).toMatchObject({
    phase: 'failed',
    refusal: { code: 'fileOldWorkbook' },
  })
  const begin = (sizeBytes: number) => refusal(callerOf(msp.admin).imports.begin({ fileName: 'x.csv', sizeBytes }))
  expect(await begin(200 * 1024 * 1024)).toMatchObject({ code: 'fileTooLarge', params: { mebibytes: 64 } })
  expect((await begin(0)).code).toBe('fileEmpty')
})

test('a file that breaks off in the middle ends the check with the line, and can be read another way', async () => {
  const { msp } = world.two
  const good = Array.from({ length: 30 }, (_, i) => goodRow(600 + i))
  const file = Buffer.concat([csvOf(...good), Buffer.from('\n"never closed,x\n')])
  const report = await checked(msp.admin, file)
  expect(report).toMatchObject({ phase: 'failed', refusal: { code: 'fileBroken', params: { line: 32 } } })
  await callerOf(msp.admin).imports.reopen({ operationId: report.id })
  expect(await callerOf(msp.admin).imports.get({ operationId: report.id })).toMatchObject({ phase: 'mapping' })
  expect(await importedBelow(msp)).toEqual({ companies: 0, accounts: 0 })
})

test('columns can be given by hand, another separator tried, and the check repeated', async () => {
  const { sibling } = world.two
  const { operationId } = await upload(sibling.admin, Buffer.from('A|B\nx|y\n'))
  const { imports } = callerOf(sibling.admin)
  const { layout, preview } = await imports.preview({ operationId })
  expect(preview).toMatchObject({ ok: true, value: { headings: ['A|B'], columns: [null] } })
  expect((await refusal(imports.check({ operationId, layout, columns: [null] }))).code).toBe('columnNotMapped')
  const semicolon = { format: 'csv', encoding: 'utf-8', separator: ';' } as const
  expect(await imports.preview({ operationId, layout: semicolon })).toMatchObject({
    layout: semicolon,
    preview: { ok: true },
  })
  const asWorkbook = await imports.preview({ operationId, layout: { format: 'xlsx', sheet: 0 } })
  expect(asWorkbook.preview).toMatchObject({ ok: false, code: 'fileNotWorkbook' })
})

test('cancelled between check and writing, nothing is written, and the report stays', async () => {
  const { sibling } = world.two
  const report = await checked(sibling.admin, csvOf(goodRow(701)))
  await callerOf(sibling.admin).operations.cancel({ operationId: report.id })
  expect(await callerOf(sibling.admin).imports.get({ operationId: report.id })).toMatchObject({ phase: 'cancelled' })
  expect((await refusal(callerOf(sibling.admin).imports.write({ operationId: report.id }))).code).toBe(
    'operationNotReady',
  )
  expect(await rowsOf(sibling.admin, report.id)).toHaveLength(1)
})

test('an import is seen by who began it and by administrators of that company, by nobody else', async () => {
  const { msp, top, sibling } = world.one
  const manager = msp.accounts.customerAccountManager
  const { id: operationId } = await checked(manager, csvOf(goodRow(801)))
  expect(await callerOf(msp.admin).imports.get({ operationId })).toMatchObject({ phase: 'report' })
  for (const stranger of [top.admin, sibling.admin, world.two.msp.admin]) {
    expect((await refusal(callerOf(stranger).imports.get({ operationId }))).code).toBe('notFound')
    expect((await refusal(callerOf(stranger).imports.rows({ operationId }))).code).toBe('notFound')
  }
  const other = await checked(msp.admin, csvOf(goodRow(802)))
  expect((await refusal(callerOf(manager).imports.get({ operationId: other.id }))).code).toBe('notFound')
  expect((await refusal(callerOf(msp.accounts.supportManager).imports.get({ operationId }))).code).toBe('notAllowed')
})

test('who may no longer import between check and writing, writes nothing', async () => {
  const { msp } = world.one
  const manager = msp.accounts.customerAccountManager
  const { id: operationId } = await checked(manager, csvOf(goodRow(901)))
  await callerOf(manager).imports.write({ operationId })
  await sql(database.superuserUrl, `update account set role = 'supportEngineer' where id = $1`, [manager.id])
  const { drain } = await import('@/server/jobs/loop')
  await drain()
  expect(await callerOf(msp.admin).imports.get({ operationId })).toMatchObject({
    phase: 'failed',
    refusal: { code: 'notAllowed' },
    result: { written: 0 },
  })
})

test('what was checked waits for a word only while a row of it can go in, and is told by its file', async () => {
  const account = world.two.reseller.accounts.customerAccountManager
  const { imports, operations } = callerOf(account)
  const row = goodRow(1, { name: 'Idle Ltd', login: 'idle-1' })
  const good = await checked(account, csvOf(row))
  const bad = await checked(account, csvOf(goodRow(2, { name: '' })))
  const seen = async (id: string) => {
    const recent = (await imports.recent()).find((one) => one.id === id)
    const { rows } = await operations.list({})
    const listed = rows.find((one) => one.id === id)
    return { isIdle: recent?.isIdle, stage: listed?.stage, goodRows: listed?.goodRows, fileName: listed?.fileName }
  }
  const fileName = 'customers.csv'
  expect(await seen(good.id)).toEqual({ isIdle: false, stage: 'checked', goodRows: 1, fileName })
  expect(await seen(bad.id)).toEqual({ isIdle: true, stage: 'idle', goodRows: 0, fileName })

  await written(account, good.id)
  expect(await seen(good.id)).toEqual({ isIdle: false, stage: 'done', goodRows: null, fileName })
  const again = await checked(account, csvOf(row))
  expect(await seen(again.id)).toEqual({ isIdle: true, stage: 'idle', goodRows: 0, fileName })
  const begun = await askForCheck(account, csvOf(goodRow(3)))
  expect(await seen(begun)).toEqual({ isIdle: false, stage: 'checking', goodRows: null, fileName })
})
