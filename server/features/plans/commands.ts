import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { holdMsps, managesRemotely } from '@/server/features/companies/remote'
import { todayOf } from '@/server/features/companies/today'
import { changesOf } from '@/server/features/log/changes'
import { record } from '@/server/features/log/record'
import type { Version } from '@/server/features/products/rules'
import { catalogueOf } from '@/server/features/products/visible'
import { dayOf } from '@/server/lib/days'
import { DomainError, type ErrorCode } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { demand } from '@/server/lib/result'
import { saasOf, writeDataCentres } from './data-centres'
import { fitsProduct, mayEdit, maySwitch, type PlanTerms, settled } from './rules'
import type { NewPlan, PlanCopy, PlanSettings, PlanSwitch, PlanUpdate } from './schema'

/** Where in the form each refusal of `fitsProduct` belongs. */
const FIELDS: Partial<Record<ErrorCode, string>> = {
  versionNotOffered: 'version',
  nfrNotOffered: 'nfr',
  trialMonths: 'initialMonths',
  trialAutoRenewal: 'autoRenew',
  trialFormOnly: 'trialForm',
  notManageable: 'managed',
  onlySaasWaits: 'activationPolicy',
}

const logged = (actor: Actor, action: 'plan.create' | 'plan.update', { id, name }: { id: string; name: string }) =>
  ({ scope: actor.scope, action, targetType: 'plan', targetId: id, targetName: name }) as const

/** The settings that fit each other and the product, or a refusal at the field that does not. */
function fitting(terms: PlanTerms, product: Parameters<typeof fitsProduct>[1]): PlanTerms {
  // The free licence is a full one: what says otherwise is not made into something else.
  if (terms.nfr && terms.version !== 'full') throw new DomainError('nfrNotOffered', {}, 'nfr')
  const wanted = settled(terms)
  const fits = fitsProduct(wanted, product)
  if (!fits.ok) throw new DomainError(fits.code, fits.params, FIELDS[fits.code])
  return wanted
}

/**
 * Makes a plan of a product. An MSP makes plans of what it may sell. Refuses with planNameTaken (field name); notFound, endOfSale,
 * endOfLife (field productId); versionNotOffered, notAllocated (field version) and the other codes of fitsProduct at their
 * fields; dataCentreMissing, dataCentreClosed (field dataCentres.<product>); remoteManagementOff (field managed).
 */
export async function createPlan(tx: Tx, actor: Actor, input: NewPlan): Promise<{ planId: string }> {
  const { productId, name, enabled, dataCentres, ...terms } = input
  const catalogue = catalogueOf(actor.scope)
  const product = await productOf(tx, catalogue, productId)
  if (!product) throw new DomainError('notFound', {}, 'productId')
  const today = await todayOf(tx, actor.scope)
  const open = mayEdit({ locked: false, product }, today)
  if (!open.ok) throw new DomainError(open.code, open.params, 'productId')
  const wanted = fitting(terms, product)
  if (actor.kind === 'msp') await mustBeAllocated(tx, actor, { productId, version: wanted.version, nfr: wanted.nfr })
  if (wanted.managed) {
    await holdOwn(tx, actor)
    await mustManageRemotely(tx, actor)
  }
  const { id } = await tx.servicePlan.create({
    data: {
      scope: actor.scope,
      name,
      enabled,
      productScope: catalogue,
      productId,
      ...wanted,
      createdBy: `${actor.firstName} ${actor.lastName}`,
    },
    select: { id: true },
  })
  await isReviewed(tx, id)
  const plan = { id, scope: actor.scope, productScope: catalogue }
  await writeDataCentres(tx, plan, await saasOf(tx, productId, product, today), dataCentres)
  await record(tx, actor, {
    ...logged(actor, 'plan.create', { id, name }),
    after: { name, product: product.name, enabled, ...wanted },
  })
  return { planId: id }
}

/**
 * What the suite holds at this moment is what was approved. The insert has waited for whoever was changing the suite, so this
 * comes after that change or before the next, which locks the plan.
 */
const isReviewed = (tx: Tx, planId: string) => tx.$executeRaw`
  update service_plan set reviewed_at = clock_timestamp() where id = ${planId}::uuid`

async function mustBeAllocated(
  tx: Tx,
  actor: Actor,
  { productId, version, nfr }: { productId: string; version: Version; nfr: boolean },
): Promise<void> {
  const pools = await tx.allocation.findMany({ where: { scope: actor.scope, productId }, select: { version: true } })
  // The free licence takes no units; the product itself must be on sale to the partner.
  if (nfr ? pools.length > 0 : pools.some((pool) => pool.version === version)) return
  throw new DomainError('notAllocated', { partner: actor.companyName }, pools.length > 0 ? 'version' : 'productId')
}

/** Nobody takes remote management away from one's company meanwhile. Before the plan is locked. */
const holdOwn = (tx: Tx, { scope }: Actor): Promise<void> => holdMsps(tx, Prisma.sql`m.scope = ${scope}`)

/** An MSP makes remotely managed plans where its parent set that up: asked while it is held (holdOwn), so that no such plan is left behind. */
async function mustManageRemotely(tx: Tx, actor: Actor): Promise<void> {
  if (!(await managesRemotely(tx, actor))) throw new DomainError('remoteManagementOff', {}, 'managed')
}

async function productOf(tx: Tx, scope: string, productId: string) {
  const product = await tx.product.findFirst({ where: { id: productId, scope } })
  return product && withLife(product)
}

const withLife = <P extends { endOfSaleOn: Date | null; endOfLifeOn: Date | null }>(product: P) => ({
  ...product,
  endOfSaleOn: product.endOfSaleOn && dayOf(product.endOfSaleOn),
  endOfLifeOn: product.endOfLifeOn && dayOf(product.endOfLifeOn),
})

/** One's own plan with its product, locked for this transaction. Refuses with notFound. */
export async function lockPlan(tx: Tx, actor: Actor, planId: string) {
  await tx.$queryRaw`select 1 from service_plan where id = ${planId}::uuid and scope = ${actor.scope} for update`
  const plan = await tx.servicePlan.findFirst({ where: { id: planId, scope: actor.scope } })
  const product = plan && (await productOf(tx, plan.productScope, plan.productId))
  if (!plan || !product) throw new DomainError('notFound')
  const today: Day = await todayOf(tx, actor.scope)
  return { ...plan, locked: plan.lockedAt !== null, product, today }
}

/**
 * Changes what may change of one's own plan; customers keep what they have. Refuses with notFound, changedMeanwhile, planLocked,
 * endOfSale, endOfLife, planNameTaken (field name), and those of createPlan at their fields.
 */
export async function updatePlan(tx: Tx, actor: Actor, { planId, revision, settings }: PlanUpdate): Promise<void> {
  if (settings.managed) await holdOwn(tx, actor)
  const plan = await lockPlan(tx, actor, planId)
  demand(mayEdit(plan, plan.today))
  if (plan.revision !== revision) throw new DomainError('changedMeanwhile')
  const { name, dataCentres, ...terms } = settings
  const wanted = { name, ...fitting({ ...terms, version: plan.version, nfr: plan.nfr }, plan.product) }
  if (wanted.managed && !plan.managed) await mustManageRemotely(tx, actor)
  const saas = await saasOf(tx, plan.productId, plan.product, plan.today)
  const before = await chosenCentres(tx, planId)
  await writeDataCentres(tx, plan, saas, dataCentres)
  const changes = changesOf(
    { ...pick(plan), dataCentres: before },
    { ...wanted, dataCentres: await chosenCentres(tx, planId) },
  )
  if (!changes) return
  await tx.servicePlan.updateMany({
    where: { id: planId },
    data: { ...wanted, revision: { increment: 1 }, updatedAt: new Date() },
  })
  await record(tx, actor, { ...logged(actor, 'plan.update', plan), ...changes })
}

const pick = (plan: PlanTerms & { name: string }): Omit<PlanSettings, 'dataCentres'> & PlanTerms => ({
  name: plan.name,
  version: plan.version,
  nfr: plan.nfr,
  trialForm: plan.trialForm,
  activationPolicy: plan.activationPolicy,
  managed: plan.managed,
  initialMonths: plan.initialMonths,
  autoRenew: plan.autoRenew,
  renewMonths: plan.renewMonths,
  noticeDays: plan.noticeDays,
  graceDays: plan.graceDays,
})

const chosenCentres = async (tx: Tx, planId: string): Promise<Record<string, string>> => {
  const rows = await tx.planDataCentre.findMany({ where: { planId }, orderBy: { productId: 'asc' } })
  return Object.fromEntries(rows.map(({ productId, dataCentreId }) => [productId, dataCentreId]))
}

/** Copies one's own plan under another name, without its customers. Refuses with notFound and the codes of createPlan. */
export async function duplicatePlan(tx: Tx, actor: Actor, { planId, name }: PlanCopy): Promise<{ planId: string }> {
  await holdOwn(tx, actor)
  const plan = await lockPlan(tx, actor, planId)
  demand(mayEdit(plan, plan.today))
  const dataCentres = await chosenCentres(tx, planId)
  return createPlan(tx, actor, { ...pick(plan), name, productId: plan.productId, enabled: plan.enabled, dataCentres })
}

/**
 * Enables or disables one's own plan; no customer that has it is touched. Refuses with notFound, statusUnchanged, endOfLife,
 * remoteManagementOff.
 */
export async function switchPlan(tx: Tx, actor: Actor, { planId, enabled }: PlanSwitch): Promise<void> {
  if (enabled) await holdOwn(tx, actor)
  const plan = await lockPlan(tx, actor, planId)
  demand(maySwitch(plan, enabled, plan.today))
  if (enabled && plan.managed) await mustManageRemotely(tx, actor)
  await tx.servicePlan.updateMany({
    where: { id: planId },
    data: { enabled, revision: { increment: 1 }, updatedAt: new Date() },
  })
  await record(tx, actor, {
    ...logged(actor, 'plan.update', plan),
    before: { enabled: plan.enabled },
    after: { enabled },
  })
}
