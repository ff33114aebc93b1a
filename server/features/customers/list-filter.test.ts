import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { companiesOf, makeWorld, type World } from '@/server/testing/world'
import { isSearchable } from './list-filter'
import type { CustomerFilterInput } from './list-schema'
import { addCustomers, type CustomerSeed } from './list-testing'

let database: TestDatabase
let world: World

const SEEDS: readonly CustomerSeed[] = [
  { name: 'Émile Zola SARL', city: 'Évry', country: 'FR', tags: ['vip', 'écoles'], managed: true },
  {
    name: 'Straße & Söhne',
    city: 'Köln',
    country: 'DE',
    contactName: 'Jürgen Groß',
    contactEmail: 'j.gross@soehne.example',
  },
  { name: 'İstanbul Lojistik', city: 'İzmir', country: 'TR', status: 'disabled' },
  { name: 'ΑΘΗΝΑ ΣΊΣΥΦΟΣ', city: 'Αθήνα', country: 'GR', portal: 'clp' },
  { name: '東京電力サービス', city: '東京', country: 'JP', threatAction: 2 },
  { name: 'Ｆｕｌｌｗｉｄｔｈ Ltd', city: 'Oslo', country: 'NO', licenceWarning: 1, threatWarning: 1 },
  { name: '100% Cotton_Works \\ Co', city: 'Oslo', country: 'NO', nextExpiryOn: '2026-03-31' },
  { name: 'Łódź Fabryka', city: 'Łódź', country: 'PL', nextExpiryOn: '2026-04-01', tags: ['vip'] },
  { name: 'Москва Сервис', city: 'Москва', country: 'RU', createdAt: '2026-05-01T22:30:00Z', licenceAction: 1 },
  { name: "O'Brien-Smith", city: "L'Aquila", country: 'IT', createdAt: '2026-05-01T23:30:00Z' },
  { name: 'Zo', city: 'Zug', country: 'CH', portal: 'clp', managed: true },
]

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  await addCustomers(world.one.msp.scope, SEEDS)
  await addCustomers(world.one.sibling.scope, [{ name: 'Émile of the sibling', tags: ['vip', 'other'] }])
  await addCustomers(world.two.msp.scope, [{ name: 'Émile of another channel', tags: ['vip', 'secret'] }])
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin).customers

/** Names that a filter gives, by the list; the count says the same. */
async function found(filter: CustomerFilterInput, place: keyof World['one'] = 'msp'): Promise<string[]> {
  const { rows } = await as(place).list({ filter, limit: 200 })
  expect(await as(place).count({ filter })).toBe(rows.length)
  return rows.map(({ name }) => name)
}

/** Without the customers of the world itself: they have licences of their own. */
async function foundOfSeeds(filter: CustomerFilterInput): Promise<string[]> {
  const own = companiesOf(world).map(({ name }) => name)
  return (await found(filter)).filter((name) => !own.includes(name))
}

test.each([
  ['EMILE', 'Émile Zola SARL'],
  ['mile zo', 'Émile Zola SARL'],
  ['strasse', 'Straße & Söhne'],
  ['STRAẞE', 'Straße & Söhne'],
  ['soHNE', 'Straße & Söhne'],
  ['istanbul', 'İstanbul Lojistik'],
  ['İSTANBUL', 'İstanbul Lojistik'],
  ['αθηνα', 'ΑΘΗΝΑ ΣΊΣΥΦΟΣ'],
  ['Αθήνα', 'ΑΘΗΝΑ ΣΊΣΥΦΟΣ'],
  ['σισυφος', 'ΑΘΗΝΑ ΣΊΣΥΦΟΣ'],
  ['京電力', '東京電力サービス'],
  ['東京電', '東京電力サービス'],
  ['fullwidth', 'Ｆｕｌｌｗｉｄｔｈ Ltd'],
  ['lodz', 'Łódź Fabryka'],
  ['СЕРВИС', 'Москва Сервис'],
  ['brien', "O'Brien-Smith"],
])('%s finds %s', async (q, name) => {
  expect(await found({ q })).toEqual([name])
})

test('the contact is searched too, by name and by address', async () => {
  expect(await found({ q: 'jurgen' })).toEqual(['Straße & Söhne'])
  expect(await found({ q: 'gross@soehne' })).toEqual(['Straße & Söhne'])
})

test.each([
  ['zo', ['Zo']],
  ['ÉM', ['Émile Zola SARL']],
  ['东', []],
  ['東京', ['東京電力サービス']],
  ['łó', ['Łódź Fabryka']],
  ["o'", ["O'Brien-Smith"]],
  ['10', ['100% Cotton_Works \\ Co']],
])('what is too short to be looked for inside is a beginning: %s', async (q, names) => {
  expect(isSearchable(q)).toBe(false)
  expect(await found({ q })).toEqual(names)
})

test('signs of patterns are letters like others', async () => {
  expect(await found({ q: '100%' })).toEqual(['100% Cotton_Works \\ Co'])
  expect(await found({ q: 'cotton_' })).toEqual(['100% Cotton_Works \\ Co'])
  expect(await found({ q: 'works \\' })).toEqual(['100% Cotton_Works \\ Co'])
  expect(await found({ q: 'c%tton' })).toEqual([])
  expect(await found({ q: "' or true --" })).toEqual([])
})

test('status, portal, country, city, managed', async () => {
  expect(await found({ status: ['disabled'], q: 'loj' })).toEqual(['İstanbul Lojistik'])
  expect(await found({ status: ['enabled'], q: 'loj' })).toEqual([])
  expect(await found({ portal: ['clp'], managed: true })).toEqual(['Zo'])
  expect(await found({ country: ['PL', 'JP'] })).toEqual(['Łódź Fabryka', '東京電力サービス'])
  expect(await found({ city: 'EVR' })).toEqual(['Émile Zola SARL'])
  expect(await found({ city: 'izm' })).toEqual(['İstanbul Lojistik'])
  expect(await found({ city: 'vry' })).toEqual([])
})

test('attention: any of what is asked for', async () => {
  expect(await found({ attention: ['threatAction'] })).toEqual(['東京電力サービス'])
  const red = await foundOfSeeds({ attention: ['threatAction', 'licenceAction'] })
  expect(red).toEqual(['Москва Сервис', '東京電力サービス'])
  expect(await found({ attention: ['licenceWarning'] })).toEqual(['Ｆｕｌｌｗｉｄｔｈ Ltd'])
})

test('days of expiry count both ends, and who has none is in no span', async () => {
  expect(await found({ expiresFrom: '2026-03-31', expiresTo: '2026-04-01' })).toEqual([
    '100% Cotton_Works \\ Co',
    'Łódź Fabryka',
  ])
  expect(await foundOfSeeds({ expiresFrom: '2026-04-01' })).toEqual(['Łódź Fabryka'])
  expect(await found({ expiresTo: '2026-03-31' })).toEqual(['100% Cotton_Works \\ Co'])
})

test('days of creation are days of the account’s time zone', async () => {
  // The accounts of the world live in London, in May an hour ahead of UTC: 22:30 there is 23:30, 23:30 the next day.
  expect(await found({ createdFrom: '2026-05-01', createdTo: '2026-05-01' })).toEqual(['Москва Сервис'])
  expect(await found({ createdFrom: '2026-05-02', createdTo: '2026-05-02' })).toEqual(["O'Brien-Smith"])
})

test('tags: any of them; and with a search together', async () => {
  expect(await found({ tags: ['vip'] })).toEqual(['Émile Zola SARL', 'Łódź Fabryka'])
  expect(await found({ tags: ['vip'], q: 'fabryka' })).toEqual(['Łódź Fabryka'])
  expect(await found({ tags: ['écoles', 'nothing'] })).toEqual(['Émile Zola SARL'])
})

test('the display setting hides customers of lmp without managed products, and no others', async () => {
  const names = await found({ display: 'managed', country: ['FR', 'CH', 'GR', 'NO'] })
  expect(names).toEqual(['Émile Zola SARL', 'Zo', 'ΑΘΗΝΑ ΣΊΣΥΦΟΣ'])
})

test('the parent sees its whole channel, or one partner, or its own customers; nobody sees beyond', async () => {
  expect(await found({ q: 'emile' }, 'top')).toEqual(['Émile of the sibling', 'Émile Zola SARL'])
  expect(await found({ q: 'emile', partnerId: world.one.sibling.id }, 'top')).toEqual(['Émile of the sibling'])
  expect(await found({ partnerId: world.one.top.id }, 'top')).toEqual([world.one.topCustomer.name])
  expect(await found({ q: 'emile', partnerId: world.two.msp.id }, 'top')).toEqual([])
  expect(await found({ q: 'emile', partnerId: world.one.sibling.id })).toEqual([])
  expect(await found({ tags: ['vip'], partnerId: world.one.sibling.id })).toEqual([])
  expect(await found({ tags: ['secret'] }, 'top')).toEqual([])
})

test('a reach moved down by companyId is that company’s', async () => {
  const { rows } = await as('top').list({ companyId: world.one.sibling.id, filter: { q: 'emile' } })
  expect(rows.map(({ name }) => name)).toEqual(['Émile of the sibling'])
})

test('rows name their partner', async () => {
  const { rows } = await as('top').list({ filter: { q: 'emile', partnerId: world.one.sibling.id } })
  expect(rows[0]).toMatchObject({ partnerId: world.one.sibling.id, partnerName: world.one.sibling.name })
})

test('the palette gives what begins with the term before what holds it', async () => {
  const hits = await as('msp').search({ q: 'zo' })
  expect(hits.map(({ name }) => name)).toEqual(['Zo'])
  expect((await as('msp').search({ q: 'serv' })).map(({ name }) => name)).toEqual([])
  expect((await as('msp').search({ q: 'сервис' })).map(({ name }) => name)).toEqual(['Москва Сервис'])
  expect((await as('top').search({ q: 'emile', limit: 1 })).map(({ name }) => name)).toEqual(['Émile of the sibling'])
  expect(await as('msp').search({ q: ' ' })).toEqual([])
})

test('the pane offers partners and tags of one’s own reach only', async () => {
  const names = (await as('top').partnerOptions({})).map(({ name }) => name)
  expect(names[0]).toBe(world.one.top.name)
  expect(names).toContain(world.one.msp.name)
  expect(names.join()).not.toContain(world.two.msp.name)
  expect(await as('top').partnerOptions({ q: 'nosuch', id: world.one.msp.id })).toEqual([
    { id: world.one.top.id, name: world.one.top.name },
    { id: world.one.msp.id, name: world.one.msp.name },
  ])
  expect(await as('msp').partnerOptions({})).toEqual([{ id: world.one.msp.id, name: world.one.msp.name }])
  expect((await as('msp').tags()).slice(0, 1)).toEqual(['vip'])
  expect(await as('top').tags()).not.toContain('secret')
})
