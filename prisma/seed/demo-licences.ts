import type { Tx } from '@/server/db/client'
import { type Catalogue, catalogueOf } from './catalogue'
import { insertRows, insertTables } from './insert'
import { seedKeys } from './keys'
import { addNfr, licencesFor, writeLicences } from './licences'
import { noLicences, type Seller } from './life-rows'
import { GRANTED } from './plan-moulds'
import { grantsOf, type PlansSeed, planPricesOf, plansOf } from './plans'
import { permissionOf, poolsOf, settlePools } from './pools'
import { type Random, randomOf } from './random'
import type { AccountSeed, CompanySeed } from './rows'

/** Of whom the suite's change has been approved already, and whose pools are special, and who may show its own brand. */
const REVIEWED = 'atelier-numerique'
const SPECIAL = 'brightwater'
/** The channel in which the suite has just changed. */
const CHANGING = 'meridian'

const CURRENCIES: Readonly<Record<string, readonly string[]>> = { meridian: ['EUR', 'GBP'], fjordnet: ['NOK', 'SEK'] }

type Channel = { catalogue: Catalogue; plans: PlansSeed; top: CompanySeed }

/** Catalogue, plans, pools, licences with their past, and keys, for companies that are written already. */
export async function seedDemoLicences(
  tx: Tx,
  today: string,
  companies: readonly CompanySeed[],
  accounts: readonly AccountSeed[],
): Promise<void> {
  const random = randomOf('demo licences')
  const administrators = new Map(
    accounts
      .filter(({ role }) => role === 'administrator')
      .toReversed()
      .map((one) => [one.scope, one]),
  )
  const channels = new Map<string, Channel>()
  const sellers: (Seller & { slug: string; isReseller: boolean })[] = []
  for (const company of companies.filter(({ kind }) => kind !== 'customer')) {
    const account = administrators.get(company.scope)
    if (!account) continue
    const by = { id: account.id, name: `${account.firstName} ${account.lastName}` }
    const seller = { company, by, slug: company.slug, isReseller: company.kind === 'reseller' }
    const channel = channels.get(company.parentScope ?? '')
    if (!channel) {
      const currencies = CURRENCIES[company.slug] ?? ['EUR']
      const wish = { currencies, suiteChanges: company.slug === CHANGING, today, by: by.name }
      const { catalogue, rows } = catalogueOf(random, company, wish)
      await insertTables(tx, rows)
      const plans = await seedPlans(tx, random, catalogue, company, account, false)
      const since = company.createdAt.toISOString().slice(0, 10)
      await insertRows(tx, 'price', planPricesOf(random, plans, currencies, by.name, since))
      channels.set(company.scope, { catalogue, plans, top: company })
      sellers.push({ ...seller, catalogue, plans })
      continue
    }
    const { catalogue } = channel
    sellers.push({
      ...seller,
      catalogue,
      plans: await plansBelow(tx, random, channel, company, account, administrators),
    })
  }
  await sell(tx, random, today, companies, sellers)
  const special = sellers.find(({ slug }) => slug === SPECIAL)
  for (const { top } of channels.values()) {
    const isHere = special?.company.scope.startsWith(top.scope)
    await settlePools(
      tx,
      top.scope,
      isHere && special ? { scope: special.company.scope, catalogue: special.catalogue } : null,
    )
  }
  for (const seller of sellers.filter(({ slug }) => !['palisade', 'nordkapp'].includes(slug)))
    await seedKeys(tx, seller, today)
}

/** An MSP builds its own and has pools; a reseller is given its parent's. */
async function plansBelow(
  tx: Tx,
  random: Random,
  { catalogue, plans, top }: Channel,
  company: CompanySeed,
  account: AccountSeed,
  administrators: ReadonlyMap<string, AccountSeed>,
): Promise<PlansSeed> {
  if (company.kind === 'reseller') {
    const above = administrators.get(top.scope)
    await insertRows(tx, 'plan_grant', grantsOf(company, plans, above ? `${above.firstName} ${above.lastName}` : ''))
    return plans
  }
  await insertRows(tx, 'allocation', poolsOf(company, catalogue))
  await insertRows(tx, 'msp_permission', [permissionOf(company, catalogue, company.slug === SPECIAL)])
  return seedPlans(tx, random, catalogue, company, account, company.slug === REVIEWED)
}

async function seedPlans(
  tx: Tx,
  random: Random,
  catalogue: Catalogue,
  company: CompanySeed,
  { firstName, lastName, locale }: AccountSeed,
  isReviewed: boolean,
): Promise<PlansSeed> {
  const by = `${firstName} ${lastName}`
  const { plans, rows } = plansOf(random, catalogue, { company, by, locale, isReviewed })
  await insertTables(tx, rows)
  return plans
}

async function sell(
  tx: Tx,
  random: Random,
  today: string,
  companies: readonly CompanySeed[],
  sellers: readonly (Seller & { isReseller: boolean })[],
): Promise<void> {
  const rows = noLicences()
  const bySeller = Map.groupBy(
    companies.filter(({ kind }) => kind === 'customer'),
    ({ parentScope }) => parentScope,
  )
  for (const seller of sellers) {
    const customers = bySeller.get(seller.company.scope) ?? []
    for (const customer of customers) {
      // Whoever registered by itself has few things.
      const factor = customer.portal === 'clp' ? 0.5 : customer.slug === 'leeds-robotics' ? 1.6 : 1
      const mayHave = (plan: (typeof GRANTED)[number]) => !seller.isReseller || GRANTED.includes(plan)
      licencesFor(random, rows, customer, seller, { today, factor, mayHave })
    }
    const own = customers.find(({ status, portal, scope }) => {
      const has = rows.subscription.some((row) => row.scope === scope)
      return status === 'enabled' && portal === 'lmp' && !has
    })
    if (own && !seller.isReseller) addNfr(random, rows, own, seller, today)
  }
  await writeLicences(tx, rows)
}
