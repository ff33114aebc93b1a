import { DEMO_PASSWORD } from '@/server/auth/demo'
import { hashPassword } from '@/server/auth/password'
import type { Tx } from '@/server/db/client'
import type { Day } from '@/server/lib/period'
import { catalogueOf } from './catalogue'
import { insertRows, insertTables } from './insert'
import { account, company, customer } from './invent'
import { licencesFor, writeLicences } from './licences'
import { noLicences, type Seller, withLastTransaction } from './life-rows'
import { plansOf } from './plans'
import { permissionOf, poolsOf } from './pools'
import { randomOf } from './random'
import { REGIONS, regionOf } from './regions'
import type { AccountSeed, CompanySeed } from './rows'

export const BIG_SLUG = 'vastwater'
export const BIG_LOGIN = 'vastwater-admin'

const HOUR = 3_600_000
const EPOCH = Date.UTC(2024, 0, 1)

type Partner = { top: CompanySeed; company: CompanySeed; accounts: AccountSeed[]; seller: Seller }

/** The partner with its catalogue and plans: the same at each run, but for the days that are counted from today. */
function partnerOf(
  today: Day,
  passwordHash: string,
): Partner & { tables: Readonly<Record<string, readonly object[]>> } {
  const random = randomOf('big')
  const region = regionOf('GB')
  const where = { region, place: random.pick(region.places) }
  const createdAt = new Date(EPOCH)
  const above = { kind: 'distributor', name: 'Vastland Distribution', slug: 'vastland', createdAt } as const
  const top = company(random, null, above, where)
  const partner = company(random, top, { kind: 'msp', name: 'Vastwater Managed IT', slug: BIG_SLUG, createdAt }, where)
  const admin = account(random, partner, region, { loginName: BIG_LOGIN, role: 'administrator', passwordHash })
  const accounts = [
    account(random, top, region, { loginName: 'vastland-admin', role: 'administrator', passwordHash }),
    admin,
  ]
  const by = { id: admin.id, name: `${admin.firstName} ${admin.lastName}` }
  const wish = { currencies: ['EUR'], suiteChanges: false, today, by: by.name }
  const { catalogue, rows } = catalogueOf(random, top, wish)
  const { plans, rows: planRows } = plansOf(random, catalogue, {
    ...{ company: partner, by: by.name, locale: 'en', isReviewed: true },
  })
  const granted = { allocation: poolsOf(partner, catalogue), msp_permission: [permissionOf(partner, catalogue)] }
  const tables = { ...rows, ...planRows, ...granted }
  return { top, company: partner, accounts, seller: { company: partner, catalogue, plans, by }, tables }
}

/** Some five licences each. */
const DEMAND = 2.2
/** Customers written at a time: bounds what is held in memory, and how long a transaction lasts. */
export const BATCH = 1_000

/** An MSP with `wanted` customers. Each customer follows from its number, so that a second run only adds what is missing. */
export async function seedBig(tx: Tx, wanted: number, today: Day): Promise<number> {
  const { top, company: above, accounts, seller, tables } = partnerOf(today, await hashPassword(DEMO_PASSWORD))
  if ((await tx.company.count({ where: { slug: BIG_SLUG } })) === 0) {
    await insertRows(tx, 'company', [top, above])
    await insertRows(tx, 'account', accounts)
    await insertTables(tx, tables)
  }
  const present = await tx.company.count({ where: { parentScope: above.scope } })
  for (let from = present; from < wanted; from += BATCH) {
    await seedCustomers(tx, seller, { above, from, to: Math.min(wanted, from + BATCH), today })
  }
  return Math.max(0, wanted - present)
}

type Span = { above: CompanySeed; from: number; to: number; today: Day }

async function seedCustomers(tx: Tx, seller: Seller, { above, from, to, today }: Span): Promise<void> {
  const companies: CompanySeed[] = []
  const accounts: AccountSeed[] = []
  const rows = noLicences()
  for (let number = from; number < to; number++) {
    const random = randomOf(`big ${number}`)
    const createdAt = new Date(EPOCH + number * HOUR)
    const made = customer(random, {
      above,
      region: random.pick(REGIONS),
      token: number.toString(36).padStart(4, '0'),
      createdAt,
    })
    companies.push(made.company)
    accounts.push(made.account)
    const factor = made.company.portal === 'clp' ? DEMAND / 2 : DEMAND
    licencesFor(random, rows, made.company, seller, { today, factor, mayHave: () => true })
  }
  await insertRows(tx, 'company', withLastTransaction(companies, rows))
  await insertRows(tx, 'account', accounts)
  await writeLicences(tx, rows)
}
