import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '@/server/db/scoped'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World, type WorldCompany } from '@/server/testing/world'
import { countLog, listLog } from './queries'
import { type LogFilterInput, logPage } from './schema'

let database: TestDatabase
let world: World

const write = (company: WorldCompany, name: string, rest: { refused?: boolean; action?: string } = {}) =>
  inScope(company.scope, 'write', (tx) =>
    tx.logEntry.createMany({
      data: [
        {
          scope: company.scope,
          accountName: 'Élodie Test',
          companyName: company.name,
          action: rest.action ?? 'customer.update',
          targetType: 'company',
          targetId: company.id,
          targetName: name,
          refused: rest.refused ?? false,
        },
      ],
    }),
  )

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  for (let at = 0; at < 23; at += 1) await write(at % 2 ? world.one.customer : world.one.msp, `entry ${at}`)
  await write(world.one.sibling, 'beside')
  await write(world.two.msp, 'elsewhere')
  await write(world.one.msp, '100%_sure', { refused: true, action: 'customer.delete' })
})
afterAll(() => database.drop())

const read = (company: WorldCompany, filter: LogFilterInput = {}, mark: { after?: string; before?: string } = {}) =>
  inScope(company.scope, 'read', (tx) =>
    listLog(tx, { scope: company.scope, timeZone: 'UTC' }, logPage.parse({ filter, ...mark, limit: 10 })),
  )

test('pages lead through everything once, forwards and back', async () => {
  const seen: string[] = []
  let page = await read(world.one.msp, { q: 'entry' })
  for (;;) {
    seen.push(...page.rows.map(({ targetName }) => targetName))
    if (!page.after) break
    page = await read(world.one.msp, { q: 'entry' }, { after: page.after })
  }
  expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `entry ${22 - at}`))
  const back = await read(world.one.msp, { q: 'entry' }, { before: page.rows[0]?.id ?? '' })
  expect(back.rows.map(({ targetName }) => targetName)).toEqual(seen.slice(10, 20))
  expect(back.before).not.toBeNull()
})

test('one reads what was done at and below one’s company, nothing beside', async () => {
  const names = async (company: WorldCompany, q: string) =>
    (await read(company, { q })).rows.map(({ targetName }) => targetName)
  expect(await names(world.one.top, 'beside')).toEqual(['beside'])
  expect(await names(world.one.msp, 'beside')).toEqual([])
  expect(await names(world.one.top, 'elsewhere')).toEqual([])
  expect(await names(world.one.customer, 'entry 2')).toEqual(['entry 21'])
})

test('filters: by words whatever their accents, by outcome, by what was done; signs are signs', async () => {
  expect((await read(world.one.msp, { q: 'elodie' })).rows).toHaveLength(10)
  expect((await read(world.one.msp, { q: '100%_S' })).rows.map(({ refused }) => refused)).toEqual([true])
  expect((await read(world.one.msp, { q: '100%%' })).rows).toEqual([])
  expect((await read(world.one.msp, { refused: true, action: ['customer.delete'] })).rows).toHaveLength(1)
  expect((await read(world.one.msp, { to: '2020-01-01' })).rows).toEqual([])
  const count = await inScope(world.one.msp.scope, 'read', (tx) =>
    countLog(tx, { scope: world.one.msp.scope, timeZone: 'UTC' }, { filter: { q: 'entry' } }),
  )
  expect(count).toBe(23)
})

test('nobody changes or deletes an entry', async () => {
  const change = inScope(world.one.msp.scope, 'write', (tx) => tx.logEntry.updateMany({ data: { accountName: 'x' } }))
  await expect(change).rejects.toThrow()
  await expect(inScope(world.one.msp.scope, 'write', (tx) => tx.logEntry.deleteMany({}))).rejects.toThrow()
})
