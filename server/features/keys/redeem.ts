import type { Actor } from '@/server/access/decide'
import { isReadOnly } from '@/server/access/decide'
import type { Role } from '@/server/access/privileges'
import { keyDoor } from '@/server/auth/public-doors'
import { countStranger, forgiveStranger } from '@/server/auth/throttle'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { parentOf } from '@/server/lib/scope'
import { maskedKey, readKey } from './form'
import { type Offer, offerOf } from './offer'
import type { KeyRedemption, KeyToLook, Registrant } from './register-schema'
import { type Manager, managerAt, newCustomer, type Registered, register } from './registration'
import { type Key, mayRedeem } from './rules'
import { lookupOf } from './vault'

/** Who asks from where; `actor` is null for a stranger. */
export type Asker = { actor: Actor | null; address: string }

/** Who at a customer may register something for it: those who would hand out keys elsewhere. */
const REGISTERING_ROLES: readonly Role[] = ['administrator', 'customerAccountManager', 'licenceManager']

/** What is shown of a key: what it gives, and for whom the person who is signed in may register. */
export type LookedKey = Offer & { units: number; me: { companyName: string; isAllowed: boolean } | null }

/** Where a typed key lies. Refuses with keyNotUsable, whatever is wrong with it. */
async function doorOf(key: string) {
  const body = readKey(key)
  const door = body === null ? null : await keyDoor(lookupOf(body))
  if (!door) throw new DomainError('keyNotUsable')
  return door
}

/** Is the person who is signed in a customer of the key's company? */
const isCustomerOf = (actor: Actor | null, managerScope: string): actor is Actor =>
  actor !== null && actor.kind === 'customer' && parentOf(actor.scope) === managerScope

const mayRegister = (actor: Actor): boolean => REGISTERING_ROLES.includes(actor.role) && !isReadOnly(actor.chain)

/**
 * What a key gives. A wrong key and one that is used, expired or cancelled are answered alike, and counted against the address.
 * Refuses with keyNotUsable, registrationClosed (company), signInLocked (minutes).
 */
export async function lookAtKey({ actor, address }: Asker, { key }: KeyToLook): Promise<LookedKey> {
  await countStranger('register', address)
  const door = await doorOf(key)
  const looked = await inScope(door.scope, 'read', async (tx) => {
    const row = await usableKey(tx, door.id)
    const manager = await managerAt(tx, door.scope)
    if (!manager) throw new DomainError('keyNotUsable')
    const offer = await offerOf(tx, manager, row.planId, row.units)
    const me = isCustomerOf(actor, door.scope)
      ? { companyName: actor.companyName, isAllowed: mayRegister(actor) }
      : null
    return { ...offer, units: row.units, me }
  })
  await forgiveStranger('register', address)
  return looked
}

async function usableKey(tx: Tx, id: string): Promise<Key & { planId: string; units: number }> {
  const [row] = await tx.$queryRaw<(Key & { planId: string; units: number; today: string })[]>`
    select plan_id as "planId", units, redemptions, redeemed, expires_on::text as "expiresOn",
      cancelled_at is not null as "isCancelled", company_today(scope)::text as today
    from registration_key where id = ${id}::uuid`
  if (!row || !mayRedeem(row, row.today).ok) throw new DomainError('keyNotUsable')
  return row
}

const TRIES = 3

/**
 * Registers with a key: one redemption, a customer (or the one that is signed in), its licence, mails — all of it or nothing.
 * Refuses with keyNotUsable, registrationClosed (company), notAllowed, signedOut, loginNameTaken (field loginName), passwordWeak
 * (field password), secondAgents, productAlreadyAssigned, customerDisabled, signInLocked (minutes).
 */
export async function redeem({ actor, address }: Asker, { key, who }: KeyRedemption): Promise<Registered> {
  await countStranger('register', address)
  const door = await doorOf(key)
  const done = await again(() =>
    inScope(door.scope, 'write', async (tx) => {
      const claimed = await claim(tx, door.id, nameIn(who, actor))
      const manager = await managerAt(tx, door.scope)
      if (!manager) throw new DomainError('keyNotUsable')
      const registrant = await registrantOf(tx, manager, who, actor)
      const reference = maskedKey(claimed.lastFour)
      const registered = await register(tx, manager, registrant, { ...claimed, reference }, who.kind === 'new')
      await tx.keyRedemption.createMany({
        data: [
          {
            scope: door.scope,
            keyId: door.id,
            customerScope: registered.customerScope,
            subscriptionId: registered.subscriptionId,
            redeemedBy: registered.companyName,
          },
        ],
      })
      return registered
    }),
  )
  await forgiveStranger('register', address)
  return done
}

/** Two companies of one name that register at once want one address: the second is given another. */
export async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'slugTaken' && tries < TRIES)) throw error
    }
  }
}

const nameIn = (who: Registrant, actor: Actor | null): string =>
  who.kind === 'new' ? who.company.name : (actor?.companyName ?? '')

type Claimed = { planId: string; units: number; lastFour: string }

/** Takes one redemption of a key: the database decides, however many try at once. Refuses with keyNotUsable. */
async function claim(tx: Tx, id: string, by: string): Promise<Claimed> {
  const [claimed] = await tx.$queryRaw<Claimed[]>`
    update registration_key set redeemed = redeemed + 1, last_used_at = now(), last_used_by = ${by}
    where id = ${id}::uuid and redeemed < redemptions and cancelled_at is null
      and (expires_on is null or company_today(scope) < expires_on)
    returning plan_id as "planId", units, last_four as "lastFour"`
  if (!claimed) throw new DomainError('keyNotUsable')
  return claimed
}

async function registrantOf(tx: Tx, manager: Manager, who: Registrant, actor: Actor | null): Promise<Actor> {
  if (who.kind === 'new') return newCustomer(tx, manager, who)
  if (!actor) throw new DomainError('signedOut')
  if (!isCustomerOf(actor, manager.scope) || !mayRegister(actor)) {
    throw new DomainError('notAllowed', { privilege: 'licence.assign' })
  }
  return actor
}
