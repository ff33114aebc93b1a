import { type Privilege, privilegeRow } from '@/server/access/privileges'
import type { ErrorCode } from '@/server/lib/errors'
import { newCompanyId } from '@/server/lib/ids'
import { contextOf } from '@/server/testing/caller'
import type { Place, World, WorldAccount, WorldCompany } from '@/server/testing/world'
import { accountsOf, companiesOf } from '@/server/testing/world'
import type { Context } from '@/server/trpc/context'

/** Somebody who tries. `account` null: nobody is signed in. */
export type Principal = {
  name: string
  account: WorldAccount | null
  /** Its own company and those above, the top first. */
  chain: readonly WorldCompany[]
  context: Context
  /** The session holds: account enabled, session not over. */
  isValid: boolean
}

/** A company that is aimed at. `company` null: an id that names nothing. */
export type Target = {
  name: string
  id: string | undefined
  company: WorldCompany | null
  /** Of the other channel, or nobody's. */
  isForeign?: boolean
}

const chainOf = (world: World, company: WorldCompany) =>
  companiesOf(world)
    .filter(({ scope }) => company.scope.startsWith(scope))
    .sort((a, b) => a.scope.length - b.scope.length)

/** Each role in each kind of company, in companies suspended, cancelled and disabled and below such, and those whose session is no good. */
export async function principalsOf(world: World): Promise<Principal[]> {
  const { one, two } = world
  const make = async (company: WorldCompany, account: WorldAccount, isValid = true): Promise<Principal> => ({
    name: `${company.name} (${company.kind}) ${account.role}${isValid ? '' : ', no longer'}`,
    account,
    chain: chainOf(world, company),
    context: await contextOf(account),
    isValid,
  })
  const everyRole = [one.top, one.msp, one.reseller, one.customer, two.top, one.suspended, one.suspendedCustomer]
  const administrators = [one.cancelled, one.cancelledCustomer, one.disabledCustomer, one.topCustomer]
  return Promise.all([
    { name: 'nobody', account: null, chain: [], context: await contextOf(null), isValid: false },
    ...everyRole.flatMap((company) => accountsOf(company).map((account) => make(company, account))),
    ...administrators.map((company) => make(company, company.admin)),
    make(one.msp, one.msp.disabledAccount, false),
    make(one.msp, one.msp.endedSession, false),
  ])
}

/** Seen from the MSP: above, itself, beside, below, a sibling's child, and partners and customers in every status. */
const AIMED_AT: readonly Place[] = [
  'top',
  'msp',
  'reseller',
  'suspended',
  'cancelled',
  'customer',
  'clpCustomer',
  'siblingCustomer',
  'resellerCustomer',
  'resellerClpCustomer',
  'suspendedCustomer',
]

/** What a principal can aim at: itself in words or by silence, below, beside, a sibling's child, above, the other channel, nothing. */
export function targetsOf(world: World, { account }: Principal, deletedId: string): Target[] {
  const own = companiesOf(world).find(({ id }) => id === account?.companyId)
  const mine = world.one.top.scope === own?.scope.slice(0, world.one.top.scope.length) ? world.one : world.two
  const other = mine === world.one ? world.two : world.one
  const named = (company: WorldCompany): Target => ({ name: company.name, id: company.id, company })
  return [
    { name: 'omitted', id: undefined, company: own ?? null },
    ...AIMED_AT.map((place) => named(mine[place])),
    { ...named(other.msp), isForeign: true },
    { name: 'deleted', id: deletedId, company: null, isForeign: true },
    { name: 'never was', id: newCompanyId(), company: null },
  ]
}

const PARTNERS = ['msp', 'reseller']

/**
 * What the rules say, worked out anew from the table and the tree (not by decide.ts): the code of the refusal, or null when allowed.
 * spec/privileges.md and domain.md §1.
 */
export function refusalFor(principal: Principal, privilege: Privilege, target: Target): ErrorCode | null {
  const { account, chain, isValid } = principal
  if (!account || !isValid) return 'signedOut'
  if (chain.some(({ status }) => status === 'cancelled' || status === 'disabled')) return 'signedOut'
  if (!target.company?.scope.startsWith(account.scope)) return 'notFound'
  const { access, kinds, roles, on } = privilegeRow(privilege)
  if (!kinds.includes(account.kind) || !roles.includes(account.role)) return 'notAllowed'
  if (access === 'write' && chain.some(({ status }) => status === 'suspended')) return 'companySuspended'
  const isOwn = target.company.scope === account.scope
  if (on === 'own' && !isOwn) return 'notAllowed'
  if (on === 'partner' && !PARTNERS.includes(target.company.kind)) return 'notAllowed'
  if (on === 'customer' && target.company.kind !== 'customer') return 'notAllowed'
  return null
}

/** The status of a partner closes it, and what is below it, to changes from above. */
export function closedFor(world: World, principal: Principal, privilege: Privilege, target: Target): ErrorCode | null {
  const { company } = target
  if (!company || company.scope === principal.account?.scope || privilegeRow(privilege).access === 'read') return null
  const partner = chainOf(world, company).find(({ kind }) => PARTNERS.includes(kind))
  if (partner?.status === 'cancelled') return 'targetCancelled'
  return partner?.status === 'suspended' && privilege !== 'partner.update' ? 'targetSuspended' : null
}
