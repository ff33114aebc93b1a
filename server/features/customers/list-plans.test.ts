import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { inScope } from '@/server/db/scoped'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { readsOf, watched } from '@/server/testing/plans'
import { makeWorld, type World } from '@/server/testing/world'
import { listTags, searchCustomers } from './list-lookups'
import { CUSTOMER_SORTS, type LicenceCondition } from './list-options'
import { countCustomers, listCustomers } from './list-queries'
import { type CustomerFilterInput, type CustomerPageInput, customerFilter, customerPage } from './list-schema'

/** Rows that a list may look at in vain before it takes another way. */
const WALK = 3600

/** Enough that a plan which reads everything is told from one that does not. */
const CUSTOMERS = 50_000

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`
const [PRODUCT, RARE_PRODUCT, PLAN, RARE_PLAN, NO_PLAN] = [id(1), id(2), id(3), id(4), id(5)]

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  // A third below one partner, the rest beside it; rare things are rarer than 1 in 500.
  await sql(
    database.superuserUrl,
    `insert into company (id, scope, parent_scope, kind, status, portal, name, city, state, country, slug, contact_name,
       threat_action, licence_warning, managed, next_expiry_on, last_transaction_at, tags, created_at, licence_bits, product_ids, plan_ids)
     select 'x' || lpad(n::text, 9, '0'), p || 'x' || lpad(n::text, 9, '0') || '.', p, 'customer',
       case when n % 600 = 0 then 'disabled' else 'enabled' end::company_status,
       case when n % 700 = 0 then 'clp' else 'lmp' end::licensing_portal,
       (array['Alpine', 'Nordic', 'Zephyr', 'Ωmega'])[1 + n / 12501] || ' ' || md5(n::text) || case when n % 2 = 0 then ' Company' else '' end,
       (array['Oslo', 'Évry', 'Köln'])[1 + n % 3], 'S', case when n % 900 = 0 then 'IS' else 'NO' end, 'x' || n, 'C ' || n,
       (n % 800 = 0)::int, (n % 20 = 0)::int, n % 750 = 0,
       case when n % 5 = 0 then null else date '2026-01-01' + n % 900 end,
       case when n % 5 = 0 then null else timestamptz '2026-01-01' + n * interval '1 minute' end,
       case when n % 650 = 0 then array['rare'] when n % 3 = 0 then array['vip'] else '{}' end,
       timestamptz '2020-01-01' + n * interval '1 hour',
       case when n % 850 = 0 then 64 when n % 550 = 0 then 512 + 4 when n % 5 = 0 then 0 when n % 20 = 1 then 8 + 4 else 4 end,
       case when n % 5 = 0 then '{}' when n % 640 = 1 then array[$4, $3] else array[$3] end::uuid[],
       case when n % 5 = 0 then '{}' when n % 960 = 1 then array[$6, $5] else array[$5] end::uuid[]
     from generate_series(1, ${CUSTOMERS}) n, lateral (select case when n % 3 = 0 then $1 else $2 end as p) place`,
    [world.one.msp.scope, world.one.sibling.scope, PRODUCT, RARE_PRODUCT, PLAN, RARE_PLAN],
  )
  await sql(database.superuserUrl, 'vacuum analyze company')
}, 120_000)
afterAll(() => database.drop())

const viewerOf = (scope: string) => ({ scope, timeZone: 'UTC' })

/** How each statement of a read was carried out: rows of companies touched, and whether the table was read through. */
async function plansOf(scope: string, statements: readonly Prisma.Sql[]) {
  const explained: { rows: number; scansAll: boolean; text: string }[] = []
  for (const statement of statements) {
    explained.push({ ...(await readsOf(scope, statement, 'company')), text: statement.text })
  }
  return explained
}

const list = (scope: string, input: CustomerPageInput) =>
  watched(scope, (tx) => listCustomers(tx, viewerOf(scope), customerPage.parse(input)))

describe.each(['top', 'msp'] as const)('seen from %s', (place) => {
  test.each(CUSTOMER_SORTS)(
    'a page in the order of %s reads a page, at the start and in the middle, both ways',
    async (sort) => {
      const { scope } = world.one[place]
      for (const descending of [false, true]) {
        const start = await list(scope, { sort, descending })
        const deep = await markAt(scope, { sort, descending }, 9_000)
        for (const input of [{}, { after: deep }, { before: deep }]) {
          const { statements, result } = await list(scope, { sort, descending, ...input })
          expect(statements).toHaveLength(1)
          expect(result.rows).toHaveLength(50)
          const [plan] = await plansOf(scope, statements)
          expect(plan?.scansAll, plan?.text).toBe(false)
          expect(plan?.rows, plan?.text).toBeLessThanOrEqual(51 * 2 + 2) // each row and its partner's name
        }
        expect(start.result.rows).toHaveLength(50)
      }
    },
  )

  /** What it looks at in vain is the walk; `more` where an index finds more than what matches. */
  const DEARER: readonly [CustomerFilterInput, number][] = [
    // Everything with any attention stands in one index.
    [{ attention: ['threatAction', 'threatWarning'] }, 2_500],
    // The beginning of the order holds no Zephyr, so the name seems the rarer part.
    [{ q: 'zephyr', tags: ['rare'], status: ['enabled'] }, 12_500],
  ]
  const FILTERS: readonly CustomerFilterInput[] = [
    { q: 'company' },
    { q: 'zephyr' },
    { q: 'ωmega' },
    { q: 'nosuchname' },
    { q: 'ze' },
    { status: ['disabled'] },
    { portal: ['clp'] },
    { managed: true },
    { display: 'managed' },
    { country: ['IS'] },
    { country: ['AQ'] },
    { city: 'evr' },
    { city: 'nowhere' },
    { attention: ['threatAction'] },
    { tags: ['rare'] },
    { tags: ['nosuch'] },
    { expiresFrom: '2026-03-01', expiresTo: '2026-03-01' },
    { createdFrom: '2021-03-01', createdTo: '2021-03-02' },
    { q: 'company', status: ['disabled'] },
    { q: 'company', tags: ['rare'] },
    { licences: ['active'] },
    { licences: ['expiringSoon'] },
    { licences: ['suspended'] },
    { licences: ['exceeded', 'suspended'] },
    { licences: ['grace'] },
    { productIds: [PRODUCT] },
    { productIds: [RARE_PRODUCT] },
    { planIds: [RARE_PLAN] },
    { planIds: [NO_PLAN] },
    { productIds: [PRODUCT], planIds: [RARE_PLAN] },
    { productIds: [RARE_PRODUCT], tags: ['vip'] },
    { q: 'company', productIds: [RARE_PRODUCT] },
    { licences: ['suspended'], productIds: [PRODUCT] },
  ]
  test.each(
    [...FILTERS.map((filter) => [filter, 200] as const), ...DEARER].map(
      ([filter, more]) => [JSON.stringify(filter), filter, more] as const,
    ),
  )('%s never reads the table through, and finds what there is', async (_, filter, more) => {
    const { scope } = world.one[place]
    const expected = await countCustomersPlainly(scope, filter)
    for (const order of [{}, { sort: 'attention', descending: true }] as const) {
      const { statements, result } = await list(scope, { filter, ...order })
      expect(result.rows).toHaveLength(Math.min(50, expected))
      // A short walk, a long one if it showed enough, and the index.
      expect(statements.length).toBeLessThanOrEqual(3)
      const plans = await plansOf(scope, statements)
      for (const plan of plans) expect(plan.scansAll, plan.text).toBe(false)
      const touched = plans.reduce((sum, { rows }) => sum + rows, 0)
      expect(touched, statements.at(-1)?.text).toBeLessThanOrEqual(WALK + 3 * expected + more)
    }
    const counted = await watched(scope, (tx) =>
      countCustomers(tx, viewerOf(scope), { filter: customerFilter.parse(filter) }),
    )
    expect(counted.result).toBe(expected)
    expect(counted.statements).toHaveLength(1)
  })

  test.each([
    ['action', ['threatAction', 'licenceAction']],
    ['anything', ['threatAction', 'threatWarning', 'licenceAction', 'licenceWarning']],
  ] as const)('who needs %s, by name, costs a page', async (_, attention) => {
    const { scope } = world.one[place]
    const { statements, result } = await list(scope, { filter: { attention: [...attention] } })
    expect(statements).toHaveLength(1)
    expect(result.rows.length).toBeGreaterThan(15)
    const [plan] = await plansOf(scope, statements)
    // Or all of the few that are red, sorted.
    expect(plan?.rows, plan?.text).toBeLessThanOrEqual(51 * 2 + 50)
    for (const { threatAction, licenceAction, licenceWarning } of result.rows)
      expect(threatAction + licenceAction + (attention.length > 2 ? licenceWarning : 0)).toBeGreaterThan(0)
  })

  test.each([
    { sort: 'nextExpiry', filter: { expiresFrom: '2027-03-01', expiresTo: '2027-03-31' } },
    { sort: 'nextExpiry', filter: { expiresFrom: '2028-03-01' }, descending: true },
    { sort: 'created', filter: { createdFrom: '2022-03-01', createdTo: '2022-03-31' } },
    { sort: 'attention', filter: { attention: ['licenceAction', 'licenceWarning', 'threatAction', 'threatWarning'] } },
  ] satisfies CustomerPageInput[])('a span of the order costs a page: %j', async (input) => {
    const { scope } = world.one[place]
    const { statements, result } = await list(scope, input)
    expect(statements).toHaveLength(1)
    expect(result.rows).toHaveLength(50)
    const [plan] = await plansOf(scope, statements)
    expect(plan?.rows, plan?.text).toBeLessThanOrEqual(51 * 2 + 2)
  })

  test.each(CUSTOMER_SORTS)(
    'what many match costs a page in the order of %s: the walk stops when it is full',
    async (sort) => {
      const { scope } = world.one[place]
      const { statements, result } = await list(scope, { sort, filter: { status: ['enabled'] } })
      expect(statements).toHaveLength(1)
      expect(result.rows).toHaveLength(50)
      const [plan] = await plansOf(scope, statements)
      expect(plan?.rows, plan?.text).toBeLessThanOrEqual(51 * 4)
    },
  )

  test('all pages of a rare thing come from its index, in order and once', async () => {
    const { scope } = world.one[place]
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const { result } = await list(scope, {
        filter: { q: 'zephyr', status: ['disabled'] },
        limit: 4,
        ...(after ? { after } : {}),
      })
      ids.push(...result.rows.map(({ id }) => id))
      if (!result.after) break
      after = result.after
    }
    expect(ids).toHaveLength(await countCustomersPlainly(scope, { q: 'zephyr', status: ['disabled'] }))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('the palette and the tags offered read little', async () => {
    const { scope } = world.one[place]
    for (const q of ['ze', 'zephyr', 'company', 'nosuchname']) {
      const { statements } = await watched(scope, (tx) => searchCustomers(tx, viewerOf(scope), { q, limit: 8 }))
      expect(statements.length).toBeLessThanOrEqual(3)
      for (const plan of await plansOf(scope, statements)) expect(plan.scansAll, plan.text).toBe(false)
    }
    const { result, statements } = await watched(scope, (tx) => listTags(tx, viewerOf(scope)))
    expect(result.slice(0, 1)).toEqual(['vip'])
    expect(statements).toHaveLength(1)
  })
})

test('the guard fires: a list that asks for another order reads the table through', async () => {
  const { scope } = world.one.top
  const unindexed = Prisma.sql`select c.id from company c where c.portal is not null order by c.state desc, c.slug limit 51`
  const [plan] = await plansOf(scope, [unindexed])
  expect(plan?.scansAll || (plan?.rows ?? 0) > 10_000).toBe(true)
})

/** The mark behind the first `count` rows of an order. */
async function markAt(scope: string, order: CustomerPageInput, count: number): Promise<string> {
  let after: string | null = null
  for (let seen = 0; seen < count; seen += 200) {
    const page: CustomerPageInput = { ...order, limit: 200, ...(after === null ? {} : { after }) }
    after = (await list(scope, page)).result.after
  }
  if (after === null) throw new Error('the list is shorter than that')
  return after
}

const PLAIN_BITS: Record<LicenceCondition, number> = {
  awaitingSignIn: 1,
  notStarted: 2,
  active: 4,
  expiringSoon: 8,
  grace: 16,
  expired: 32,
  suspended: 64,
  exceeded: 256 + 512,
}

/** The same by the simplest SQL there is. */
async function countCustomersPlainly(scope: string, filter: CustomerFilterInput): Promise<number> {
  const { q, city } = filter
  const tests = [
    q &&
      (q.length > 2
        ? Prisma.sql`fold(name || ' ' || contact_name) like '%' || fold(${q}) || '%'`
        : Prisma.sql`starts_with(fold(name), fold(${q}))`),
    city && Prisma.sql`starts_with(fold(city), fold(${city}))`,
    filter.status && Prisma.sql`status::text = any (${filter.status})`,
    filter.portal && Prisma.sql`portal::text = any (${filter.portal})`,
    filter.managed && Prisma.sql`managed`,
    filter.display && Prisma.sql`(portal = 'clp' or managed)`,
    filter.country && Prisma.sql`country = any (${filter.country})`,
    filter.attention && Prisma.sql`threat_action > 0`,
    filter.licences &&
      Prisma.sql`licence_bits & ${filter.licences.reduce((bits, one) => bits | PLAIN_BITS[one], 0)}::int <> 0`,
    filter.productIds && Prisma.sql`product_ids && ${filter.productIds}::uuid[]`,
    filter.planIds && Prisma.sql`plan_ids && ${filter.planIds}::uuid[]`,
    filter.tags && Prisma.sql`tags && ${filter.tags}::text[]`,
    filter.expiresFrom && Prisma.sql`next_expiry_on between ${filter.expiresFrom}::date and ${filter.expiresTo}::date`,
    filter.createdFrom &&
      Prisma.sql`created_at >= ${filter.createdFrom}::date and created_at < ${filter.createdTo}::date + 1`,
  ].filter((each) => each instanceof Prisma.Sql)
  const [row] = await inScope(
    scope,
    'read',
    (tx) =>
      tx.$queryRaw<
        { count: number }[]
      >`select count(*)::int as count from company where kind = 'customer' and ${Prisma.join(tests, ' and ')}`,
  )
  return row?.count ?? 0
}
