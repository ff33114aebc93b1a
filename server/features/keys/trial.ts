import { trialDoor } from '@/server/auth/public-doors'
import { countStranger } from '@/server/auth/throttle'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { type Offer, offerOf } from './offer'
import { again } from './redeem'
import type { StrangerForm, TrialRequest } from './register-schema'
import { managerAt, newCustomer, type Registered, register } from './registration'

async function openForm(planId: string) {
  const door = await trialDoor(planId)
  if (!door) throw new DomainError('trialClosed')
  return door
}

const managerOf = async (tx: Tx, scope: string) => {
  const manager = await managerAt(tx, scope)
  if (!manager) throw new DomainError('trialClosed')
  return manager
}

/** What the public form of a trial plan offers. Refuses with trialClosed, registrationClosed (company). */
export async function lookAtTrial({ planId }: { planId: string }): Promise<Offer> {
  const door = await openForm(planId)
  return inScope(door.scope, 'read', async (tx) => offerOf(tx, await managerOf(tx, door.scope), planId, 1))
}

/**
 * Begins a trial for a company that has not had the product from this partner. Every request counts against its address.
 * Refuses with trialClosed, registrationClosed (company), trialTaken, loginNameTaken (field loginName), passwordWeak (field
 * password), signInLocked (minutes).
 */
export async function requestTrial({ address }: { address: string }, input: TrialRequest): Promise<Registered> {
  await countStranger('trial', address)
  const door = await openForm(input.planId)
  return again(() =>
    inScope(door.scope, 'write', async (tx) => {
      const manager = await managerOf(tx, door.scope)
      await demandFirst(tx, door.scope, input)
      const actor = await newCustomer(tx, manager, input)
      return register(tx, manager, actor, { planId: input.planId, units: input.units, reference: 'trial' }, true)
    }),
  )
}

/** Where everybody has an address: such a domain says nothing about the company. */
const PUBLIC_DOMAINS = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com yahoo.com yahoo.fr ymail.com ' +
    'icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de mail.com proton.me protonmail.com orange.fr wanadoo.fr free.fr ' +
    'sfr.fr laposte.net bluewin.ch t-online.de qq.com 163.com mail.ru yandex.com zoho.com'
  ).split(' '),
)

/** What of an address stands for its company: the domain, or the whole address where the domain is everybody's. */
export function traceOf(email: string): string {
  const address = email.trim().toLowerCase()
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return PUBLIC_DOMAINS.has(domain) ? address : `@${domain}`
}

/**
 * One trial of a product for a company, known by its name or by the domain of its addresses. Two requests at once are asked one
 * after the other. Refuses with trialTaken.
 */
async function demandFirst(tx: Tx, scope: string, { planId, company, account }: StrangerForm & { planId: string }) {
  const trace = traceOf(account.email)
  await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`trial ${scope}`}, 0))) locked`
  const [taken] = await tx.$queryRaw<{ taken: boolean }[]>`
    select exists (
      select from subscription s join company c on c.scope = s.scope
      where s.product_id = (select product_id from service_plan where id = ${planId}::uuid)
        and s.scope > ${scope} and s.scope < ${`${scope}~`}
        and (fold(c.name) = fold(${company.name})
          or exists (select from account a where a.scope = c.scope and right(lower(a.email), ${trace.length}::int) = ${trace}))
    ) as taken`
  if (taken?.taken) throw new DomainError('trialTaken')
}
