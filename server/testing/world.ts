import { insertRows } from '@/prisma/seed/insert'
import type { CompanyStatus } from '@/server/access/decide'
import { type CompanyKind, ROLES, type Role } from '@/server/access/privileges'
import { hashPassword } from '@/server/auth/password'
import { asSystem } from '@/server/db/system'
import { newCompanyId } from '@/server/lib/ids'
import { belongings } from './world-belongings'
import { rowsOf } from './world-company'

/** What every account of the world signs in with. */
export const WORLD_PASSWORD = 'the world is a password'

export type WorldAccount = {
  id: string
  sessionId: string
  loginName: string
  role: Role
  companyId: string
  scope: string
  kind: CompanyKind
}

export type WorldCompany = {
  id: string
  scope: string
  parentScope: string | null
  slug: string
  name: string
  kind: CompanyKind
  status: CompanyStatus
  portal: 'lmp' | 'clp' | null
  /** Stands in every text of every row that belongs to this company, and nowhere else. */
  mark: string
  /** Stands in what it hands down: products, plans and data centres, which those below it may read. */
  handedDown: string
  /** One of each role. */
  accounts: Record<Role, WorldAccount>
  admin: WorldAccount
  /** Its session is valid and its account is disabled. */
  disabledAccount: WorldAccount
  /** Its account is good and its session is over. */
  endedSession: WorldAccount
}

type Plan = { kind: CompanyKind; above?: string; status?: CompanyStatus; portal?: 'lmp' | 'clp' }

const customer = (above: string, rest: Partial<Plan> = {}): Plan => ({
  kind: 'customer',
  above,
  portal: 'lmp',
  ...rest,
})

/** A channel: whoever stands above stands before. */
const CHANNEL = {
  top: { kind: 'distributor' },
  msp: { kind: 'msp', above: 'top' },
  sibling: { kind: 'msp', above: 'top' },
  reseller: { kind: 'reseller', above: 'top' },
  suspended: { kind: 'msp', above: 'top', status: 'suspended' },
  cancelled: { kind: 'msp', above: 'top', status: 'cancelled' },
  topCustomer: customer('top'),
  customer: customer('msp'),
  secondCustomer: customer('msp'),
  clpCustomer: customer('msp', { portal: 'clp' }),
  disabledCustomer: customer('msp', { status: 'disabled' }),
  siblingCustomer: customer('sibling'),
  resellerCustomer: customer('reseller'),
  resellerClpCustomer: customer('reseller', { portal: 'clp' }),
  suspendedCustomer: customer('suspended'),
  cancelledCustomer: customer('cancelled'),
} as const satisfies Record<string, Plan>

export type Place = keyof typeof CHANNEL
export const PLACES = Object.keys(CHANNEL) as Place[]
export type Channel = Record<Place, WorldCompany>
/** Two complete channels: a distributor's and, beside it, an ISP's. */
export type World = { one: Channel; two: Channel }

/** Letters that no id, no hash and no word holds (Crockford's alphabet lacks u, l, i and o), so that a hit is a leak. */
const markOf = (number: number) => `ul${String(number).padStart(2, '0')}oi`

const handedDownOf = (number: number) => `iu${String(number).padStart(2, '0')}lo`

const kept: { passwordHash?: Promise<string> } = {}

function planned(top: CompanyKind, from: number): Channel {
  const made: Partial<Record<string, WorldCompany>> = {}
  PLACES.forEach((place, index) => {
    const plan: Plan = CHANNEL[place]
    const kind = plan.above ? plan.kind : top
    const id = newCompanyId()
    const parentScope = made[plan.above ?? '']?.scope ?? null
    const scope = `${parentScope ?? ''}${id}.`
    const mark = markOf(from + index)
    const accountOf = (role: Role, word: string): WorldAccount => ({
      id: crypto.randomUUID(),
      sessionId: crypto.randomUUID(),
      loginName: `${mark}-${word}`.slice(0, 25),
      role,
      companyId: id,
      scope,
      kind,
    })
    const accounts = Object.fromEntries(ROLES.map((role) => [role, accountOf(role, role)])) as Record<
      Role,
      WorldAccount
    >
    made[place] = {
      id,
      scope,
      parentScope,
      slug: `${mark}-${place.toLowerCase()}`,
      name: `${mark} ${place}`,
      kind,
      status: plan.status ?? (kind === 'customer' ? 'enabled' : 'active'),
      portal: plan.portal ?? null,
      mark,
      handedDown: handedDownOf(from + index),
      accounts,
      admin: accounts.administrator,
      disabledAccount: accountOf('administrator', 'disabled'),
      endedSession: accountOf('administrator', 'ended'),
    }
  })
  return made as Channel
}

/** Fills the test's database with two channels; ids are new each time. */
export async function makeWorld(): Promise<World> {
  kept.passwordHash ??= hashPassword(WORLD_PASSWORD)
  const passwordHash = await kept.passwordHash
  const world: World = { one: planned('distributor', 0), two: planned('isp', 50) }
  const companies = companiesOf(world)
  await asSystem(async (tx) => {
    await insertRows(tx, 'company', companies.map(rowsOf.company))
    await insertRows(
      tx,
      'account',
      companies.flatMap((company) => rowsOf.accounts(company, passwordHash)),
    )
    await insertRows(tx, 'session', companies.flatMap(rowsOf.sessions))
    for (const [table, make] of Object.entries(belongings)) {
      const rows = companies.flatMap((company) =>
        make(company, companies.find(({ scope }) => scope === company.parentScope) ?? null),
      )
      await insertRows(tx, table, rows)
    }
  })
  return world
}

export const companiesOf = (world: World): WorldCompany[] => [...Object.values(world.one), ...Object.values(world.two)]

/** Every account of a company that can stand behind a session. */
export const accountsOf = (company: WorldCompany): WorldAccount[] => Object.values(company.accounts)
