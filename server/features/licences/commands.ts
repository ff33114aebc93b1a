import { Prisma } from '@/prisma/generated/client'
import type { Actor, Target } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { type Decision, demand } from '@/server/lib/result'
import { byActor } from './by'
import { type LicenceLock, type LoadedLicence, loadLicences, lockFor } from './load'
import { type LoadedPlan, loadPlans } from './load-plans'
import { changePlan, convert } from './plan-rules'
import { Pools } from './pools'
import { type Modification, modify, renew } from './rules'
import { applied, type Effect } from './state'
import { activate, cancel, remove, resume, suspend } from './switch-rules'
import { writeEffects } from './write'

const { sql } = Prisma

/** Who acts on which customer, in a transaction that sees that customer only. */
export type Request = { tx: Tx; actor: Actor; target: Target }
type Form = { subscriptionId: string; revision?: number; sendMail?: boolean }
type Rule = (held: LoadedLicence) => Decision<Effect> | Promise<Decision<Effect>>

/** What a changed subscription is now. */
export type Changed = { subscriptionId: string; revision: number; effect: Effect }

/**
 * Loads a subscription of the target under lock, asks its rule and the pools, and carries the effect out.
 * Refuses with notFound, changedMeanwhile, the codes of the rule, notAllocated, allocationDisabled, poolExceeded.
 */
async function change(
  request: Request,
  action: Privilege,
  form: Form,
  rule: Rule,
  lock: LicenceLock = true,
): Promise<Changed> {
  const { tx, actor, target } = request
  // Plans, pools and the managing company lie above the customer.
  await widen(tx, actor)
  const mine = sql`s.id = ${form.subscriptionId}::uuid and s.scope = ${target.scope}`
  const [held] = await loadLicences(tx, mine, { lock })
  if (!held) throw new DomainError('notFound')
  if (form.revision !== undefined && form.revision !== held.revision) throw new DomainError('changedMeanwhile')
  const effect = demand(await rule(held))
  await claimAll(tx, [{ held, effect }])
  await writeEffects(tx, byActor(actor, action, { mail: form.sendMail ?? true }), [{ held, effect }])
  return { subscriptionId: held.subscriptionId, revision: held.revision + 1, effect }
}

/** Asks the pools, locked, for all of these; refuses with the codes of the first that is refused. */
async function claimAll(tx: Tx, rows: readonly { held: LoadedLicence; effect: Effect }[]): Promise<void> {
  const after = rows.map(({ held, effect }) => applied(held, effect))
  const pools = await Pools.load(
    tx,
    rows.map(({ held }) => held.managingScope),
    [...rows.map(({ held }) => held.productId), ...after.map(({ productId }) => productId)],
    { lock: true },
  )
  for (const { held, effect } of rows) demand(pools.claim(held, { before: held, after: applied(held, effect) }))
}

async function planFor(tx: Tx, held: LoadedLicence, planId: string): Promise<LoadedPlan> {
  const plan = (await loadPlans(tx, [held.managingScope], [planId]))(held.managingScope, planId)
  if (!plan) throw new DomainError('notFound')
  return plan
}

/** Changes units, end, renewal, notice or remote management. Refuses with the codes of `modify`. */
export const modifyLicence = (request: Request, { changes, ...form }: Form & { changes: Modification }) =>
  change(request, 'licence.modify', form, (held) => modify(held, changes, held.today), lockFor(changes))

/** Renews for so many months, its own renewal period by default. Refuses with the codes of `renew`. */
export const renewLicence = (request: Request, { months, ...form }: Form & { months?: number | undefined }) =>
  change(request, 'licence.renew', form, (held) => renew(held, months === undefined ? {} : { months }, held.today))

/** Moves to another plan of the family. Refuses with the codes of `changePlan`. */
export const changeLicencePlan = (request: Request, { planId, ...form }: Form & { planId: string }) =>
  change(request, 'licence.modify', form, async (held) =>
    changePlan(held, await planFor(request.tx, held, planId), held.today),
  )

/** Turns a trial into a full licence. Refuses with the codes of `convert`. */
export const convertLicence = (
  request: Request,
  { planId, units, ...form }: Form & { planId: string; units?: number | undefined },
) =>
  change(
    request,
    'licence.convert',
    form,
    async (held) =>
      convert(held, await planFor(request.tx, held, planId), units === undefined ? {} : { units }, held.today),
    'withManager',
  )

/** Suspends, now or on a day. Refuses with the codes of `suspend`. */
export const suspendLicence = (request: Request, { endsOn, ...form }: Form & { endsOn?: Day | undefined }) =>
  change(request, 'licence.suspend', form, (held) => suspend(held, endsOn === undefined ? {} : { endsOn }, held.today))

/** Takes a suspension back. Refuses with the codes of `resume`. */
export const resumeLicence = (request: Request, form: Form) =>
  change(request, 'licence.suspend', form, (held) => resume(held, held.today))

/** Cancels at once and for ever. Refuses with the codes of `cancel`. */
export const cancelLicence = (request: Request, form: Form) =>
  change(request, 'licence.cancel', form, (held) => cancel(held, held.today))

/** Begins a term that waits for the first sign-in. Refuses with the codes of `activate`. */
export const activateLicence = (request: Request, form: Form) =>
  change(request, 'licence.modify', form, (held) => activate(held, held.today))

/**
 * Takes all products of a customer away, what deleting it needs first. Gives how many there were.
 * Refuses with nothingChanges (there are none), targetCancelled, targetSuspended.
 */
export async function removeLicences({ tx, actor, target }: Request, { sendMail }: { sendMail: boolean }) {
  await widen(tx, actor)
  const held = await loadLicences(tx, sql`s.scope = ${target.scope} and s.cancelled_on is null`, { lock: true })
  if (held.length === 0) throw new DomainError('nothingChanges')
  const rows = held.map((one) => ({ held: one, effect: demand(remove(one, one.today)) }))
  await writeEffects(tx, byActor(actor, 'licence.cancel', { mail: sendMail }), rows)
  return { removed: rows.length }
}
