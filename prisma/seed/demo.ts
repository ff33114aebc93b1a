import { ROLES, type Role } from '@/server/access/privileges'
import { DEMO_LOGIN_PREFIX, DEMO_PASSWORD } from '@/server/auth/demo'
import { hashPassword } from '@/server/auth/password'
import type { Tx } from '@/server/db/client'
import { seedDemoLicences } from './demo-licences'
import { PARTNERS, type Partner, ROLE_WORDS, SHOWN } from './demo-partners'
import { logOf, notesFor } from './history'
import { insertRows } from './insert'
import { account, company, customer } from './invent'
import { type Random, randomOf } from './random'
import { regionOf } from './regions'
import type { AccountSeed, CompanySeed } from './rows'

const DAY = 86_400_000

type World = { companies: CompanySeed[]; accounts: AccountSeed[] }

/** Accounts of all seven roles; the administrator is the first, who speaks for the company. */
function everyRole(random: Random, of: CompanySeed, short: string, passwordHash: string): AccountSeed[] {
  return ROLES.map((role: Role, order) =>
    account(random, of, regionOf(of.country), {
      loginName: `${DEMO_LOGIN_PREFIX}${short}-${ROLE_WORDS[role]}`,
      role,
      order,
      passwordHash,
    }),
  )
}

function shortOf(slug: string): string | undefined {
  return Object.values(SHOWN).find((shown) => shown.slug === slug)?.short
}

function partnerOf(random: Random, partner: Partner, above: CompanySeed | null, createdAt: Date): CompanySeed {
  const region = regionOf(partner.country)
  const place = region.places[partner.place] ?? random.pick(region.places)
  const { name, slug, kind, status = 'active', note = '' } = partner
  return company(
    random,
    above,
    { kind, name, slug, createdAt, status, note, industry: 'technology' },
    { region, place },
  )
}

function accountsOf(random: Random, of: CompanySeed, passwordHash: string): AccountSeed[] {
  const short = shortOf(of.slug)
  if (short) return everyRole(random, of, short, passwordHash)
  // One card more: what a suspended partner still sees.
  const loginName = of.status === 'suspended' ? `${DEMO_LOGIN_PREFIX}suspended` : `${of.slug}-admin`
  return [account(random, of, regionOf(of.country), { loginName, role: 'administrator', passwordHash })]
}

/** The customer whose own accounts are cards; one of them is disabled. */
function shownCustomer(random: Random, above: CompanySeed, createdAt: Date, passwordHash: string): World {
  const region = regionOf('GB')
  const [, place = random.pick(region.places)] = region.places
  const made = company(
    random,
    above,
    {
      kind: 'customer',
      name: 'Leeds Robotics Ltd',
      slug: SHOWN.customer.slug,
      createdAt,
      industry: 'manufacturing',
      tags: ['vip', 'gold support'],
      emergencyEmails: ['night-shift@leeds-robotics.example', 'it@leeds-robotics.example'],
      approvedBy: 'Grace Okafor',
      approvedOn: createdAt.toISOString().slice(0, 10),
      approvalRemark: 'Signed on paper, copy in the safe.',
    },
    { region, place },
  )
  const former = account(random, made, region, {
    loginName: 'leeds-former',
    role: 'supportEngineer',
    enabled: false,
    order: 20,
  })
  return { companies: [made], accounts: [...everyRole(random, made, SHOWN.customer.short, passwordHash), former] }
}

function customersOf(random: Random, partner: Partner, above: CompanySeed, until: number): World {
  const world: World = { companies: [], accounts: [] }
  const names = new Set<string>()
  for (let index = 0; index < partner.customers; index++) {
    const since = above.createdAt.getTime() + DAY
    const createdAt = new Date(since + Math.floor(((until - since) * (index + random.next())) / partner.customers))
    const region = regionOf(random.pick(partner.markets))
    const token = `${random.id(3)}${index.toString(36)}`
    let made = customer(random, { above, region, token, createdAt })
    for (let again = 0; again < 6 && names.has(made.company.name); again++) {
      made = customer(random, { above, region, token, createdAt })
    }
    names.add(made.company.name)
    world.companies.push(made.company)
    world.accounts.push(made.account)
  }
  return world
}

/** All of the demo, as of the day `today`: the same day gives the same rows. */
export function demoWorld(today: string, passwordHash: string): World {
  const random = randomOf('demo')
  const until = Date.parse(`${today}T00:00:00Z`)
  const world: World = { companies: [], accounts: [] }
  const bySlug = new Map<string, CompanySeed>()
  PARTNERS.forEach((partner, index) => {
    const above = bySlug.get(partner.above ?? '') ?? null
    const made = partnerOf(random, partner, above, new Date(until - (1_000 - index * 31) * DAY + 9 * 3_600_000))
    bySlug.set(partner.slug, made)
    const below = customersOf(random, partner, made, until)
    const shown =
      partner.slug === SHOWN.msp.slug
        ? shownCustomer(random, made, new Date(until - 400 * DAY), passwordHash)
        : { companies: [], accounts: [] }
    world.companies.push(made, ...shown.companies, ...below.companies)
    world.accounts.push(...accountsOf(random, made, passwordHash), ...shown.accounts, ...below.accounts)
  })
  return world
}

/** Writes the demo; the database must not hold it yet. */
export async function seedDemo(tx: Tx, today: string): Promise<number> {
  const { companies, accounts } = demoWorld(today, await hashPassword(DEMO_PASSWORD))
  const random = randomOf('demo history')
  await insertRows(tx, 'company', companies)
  await insertRows(tx, 'account', accounts)
  await insertRows(tx, 'note', notesFor(random, companies, accounts))
  await insertRows(tx, 'log_entry', logOf(random, companies, accounts))
  await seedDemoLicences(tx, today, companies, accounts)
  return companies.length
}
