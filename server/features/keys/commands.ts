import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { addMonths } from '@/server/lib/period'
import { demand } from '@/server/lib/result'
import { keyText, maskedKey } from './form'
import { insertKeys } from './insert'
import { selectionCondition } from './list-sql'
import { mayIssueFrom, planFor } from './queries'
import type { KeyRef, NewKeys, SelectedKeys } from './schema'
import { unseal } from './vault'

type From = { address: string; requestId: string }

/** No key is good for longer than ten years. */
const EXPIRY_MONTHS_MAX = 120

/**
 * Generates keys for a plan and gives them in clear, this once; later only revealing shows them, one by one. Refuses with
 * wrongKind (a customer has no keys), notFound, planNotGranted (partner), those of mayIssue, nfrFixed, endInPast and endTooFar
 * (field expiresOn).
 */
export async function generateKeys(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  { planId, count, units, redemptions, expiresOn, batch }: NewKeys,
): Promise<{ planName: string; keys: string[] }> {
  if (target.kind === 'customer') throw new DomainError('wrongKind')
  const { scope } = target
  const plan = await planFor(tx, scope, planId)
  if (!plan) throw new DomainError('notFound')
  if (!plan.granted) throw new DomainError('planNotGranted', { partner: await nameOf(tx, scope) })
  if (plan.nfr) throw new DomainError('nfrFixed')
  const today = await todayOf(tx, scope)
  demand(mayIssueFrom(plan, today))
  if (expiresOn !== null && expiresOn <= today) throw new DomainError('endInPast', {}, 'expiresOn')
  const latest = addMonths(today, EXPIRY_MONTHS_MAX)
  if (expiresOn !== null && expiresOn > latest) throw new DomainError('endTooFar', { latest }, 'expiresOn')
  const lot = { planId, units, redemptions, expiresOn, batch }
  const createdBy = `${actor.firstName} ${actor.lastName}`
  const bodies = await insertKeys(tx, { ...lot, scope, planScope: plan.scope, createdBy }, count)
  await record(tx, actor, {
    scope,
    action: 'key.create',
    targetType: 'key',
    targetId: planId,
    targetName: plan.name,
    after: { count, ...lot },
  })
  return { planName: plan.name, keys: bodies.map(keyText) }
}

async function nameOf(tx: Tx, scope: string): Promise<string> {
  const company = await tx.company.findUnique({ where: { scope }, select: { name: true } })
  return company?.name ?? ''
}

/** Gives one key in clear, and writes down who saw it. Refuses with notFound. */
export async function revealKey(
  tx: Tx,
  actor: Actor,
  { keyId }: KeyRef,
  { address, requestId }: From,
): Promise<{ key: string }> {
  const row = await tx.registrationKey.findUnique({
    where: { id: keyId },
    select: { scope: true, sealed: true, lookup: true, lastFour: true },
  })
  if (!row) throw new DomainError('notFound')
  const key = keyText(unseal(row))
  await record(
    tx,
    actor,
    {
      scope: row.scope,
      action: 'key.view',
      targetType: 'key',
      targetId: keyId,
      targetName: maskedKey(row.lastFour),
      after: { revealed: true },
    },
    { address, requestId },
  )
  return { key }
}

type Removed = { id: string; last_four: string }
const LOGGED_MAX = 200

/**
 * Takes the cancelled keys of a selection from the list, for ever, with the record of who registered with them; others stay.
 * Gives how many went. Refuses with nothingSelected, keyNotCancelled (none of them is cancelled).
 */
export async function removeCancelled(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  { selection }: SelectedKeys,
): Promise<{ removed: number }> {
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  const removed = await tx.$queryRaw<Removed[]>`
    delete from registration_key k using company c
    where ${condition} and k.cancelled_at is not null and c.scope = k.scope
      and (k.scope = ${actor.scope} or c.status = 'active')
    returning k.id, k.last_four`
  const [first] = removed
  if (!first) throw new DomainError('keyNotCancelled')
  const names = removed.slice(0, LOGGED_MAX).map(({ last_four }) => maskedKey(last_four))
  await record(tx, actor, {
    scope: target.scope,
    action: 'key.cancel',
    targetType: 'key',
    targetId: first.id,
    targetName: names[0] ?? '',
    before: { removed: removed.length, keys: names },
  })
  return { removed: removed.length }
}
