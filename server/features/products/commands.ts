import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { changesOf } from '@/server/features/log/changes'
import { record } from '@/server/features/log/record'
import { dateOf, dayOf } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { componentsOf, lockProduct } from './queries'
import { isPartOn, mayAddComponent, mayRemoveComponent } from './rules'
import type { ComponentChange, NewProduct, ProductSettings, ProductUpdate } from './schema'

const logged = (scope: string, { id, name }: { id: string; name: string }) =>
  ({ scope, action: 'product.manage', targetType: 'product', targetId: id, targetName: name }) as const

const columnsOf = ({ endOfSaleOn, endOfLifeOn, ...settings }: ProductSettings) => ({
  ...settings,
  endOfSaleOn: endOfSaleOn === null ? null : dateOf(endOfSaleOn),
  endOfLifeOn: endOfLifeOn === null ? null : dateOf(endOfLifeOn),
})

/** Adds a product to the catalogue. Refuses with productCodeTaken (field code). */
export async function createProduct(tx: Tx, actor: Actor, input: NewProduct): Promise<{ productId: string }> {
  const { code, family, kind, unit, ...settings } = input
  const { id } = await tx.product.create({
    data: { scope: actor.scope, code, family, kind, unit, ...columnsOf(settings) },
    select: { id: true },
  })
  await record(tx, actor, { ...logged(actor.scope, { id, name: input.name }), after: { ...input } })
  return { productId: id }
}

/** Changes what may change of a product. Refuses with notFound, changedMeanwhile. */
export async function updateProduct(tx: Tx, actor: Actor, { productId, revision, settings }: ProductUpdate) {
  const product = await lockProduct(tx, actor.scope, productId)
  if (product.revision !== revision) throw new DomainError('changedMeanwhile')
  const before = {
    ...product,
    endOfSaleOn: product.endOfSaleOn && dayOf(product.endOfSaleOn),
    endOfLifeOn: product.endOfLifeOn && dayOf(product.endOfLifeOn),
    createdAt: null,
    updatedAt: null,
  }
  const changes = changesOf(before, settings)
  if (!changes) return
  await tx.product.updateMany({
    where: { id: productId },
    data: { ...columnsOf(settings), revision: { increment: 1 }, updatedAt: new Date() },
  })
  await record(tx, actor, { ...logged(actor.scope, product), ...changes })
}

/**
 * Adds a product to a suite from a day on, today at the latest, and locks every plan of the suite until somebody has reviewed the
 * change. Refuses with notFound, notSuite, suiteInSuite, componentTwice (field componentId), dayInFuture (field on).
 */
export async function addComponent(tx: Tx, actor: Actor, { productId, componentId, on }: ComponentChange) {
  const { suite, today } = await lockSuite(tx, actor, productId)
  const component = await tx.product.findFirst({ where: { id: componentId, scope: actor.scope } })
  if (!component) throw new DomainError('notFound', {}, 'componentId')
  const allowed = mayAddComponent(suite, component, today)
  if (!allowed.ok) throw new DomainError(allowed.code, allowed.params, 'componentId')
  if (on > today) throw new DomainError('dayInFuture', {}, 'on')
  await tx.$executeRaw`
    insert into suite_component (scope, suite_id, product_id, added_on, changed_at)
    values (${actor.scope}, ${productId}::uuid, ${componentId}::uuid, ${on}::date, clock_timestamp())`
  const plans = await lockPlansOf(tx, productId)
  await record(tx, actor, {
    ...logged(actor.scope, suite),
    after: { component: component.name, addedOn: on, plansLocked: plans },
  })
  return { plansLocked: plans }
}

/**
 * Takes a component out of a suite from a day on, and locks every plan of the suite until somebody has reviewed the change.
 * Refuses with notFound, notSuite, lastComponent, endBeforeStart (field on).
 */
export async function removeComponent(tx: Tx, actor: Actor, { productId, componentId, on }: ComponentChange) {
  const { suite, today } = await lockSuite(tx, actor, productId)
  demand(mayRemoveComponent(suite, componentId, today))
  const part = suite.components.find((one) => one.productId === componentId && isPartOn(one, today))
  if (!part) throw new DomainError('notFound')
  if (on < part.addedOn) throw new DomainError('endBeforeStart', {}, 'on')
  await tx.$executeRaw`
    update suite_component set removed_on = ${on}::date, changed_at = clock_timestamp() where id = ${part.id}::uuid`
  const plans = await lockPlansOf(tx, productId)
  await record(tx, actor, {
    ...logged(actor.scope, suite),
    before: { component: part.name, removedOn: part.removedOn },
    after: { component: part.name, removedOn: on, plansLocked: plans },
  })
  return { plansLocked: plans }
}

/**
 * The suite with its components. Locked: a plan that is being made or reviewed at this moment comes before the change or after
 * it, never in between.
 */
async function lockSuite(tx: Tx, actor: Actor, productId: string) {
  const product = await lockProduct(tx, actor.scope, productId)
  await tx.$queryRaw`select 1 from service_plan where product_id = ${productId}::uuid order by id for update`
  const components = await componentsOf(tx, productId)
  return { suite: { ...product, components }, today: await todayOf(tx, actor.scope) }
}

/** Locks the plans of a suite, those of partners too; how many there are. */
const lockPlansOf = (tx: Tx, suiteId: string): Promise<number> => tx.$executeRaw`
  update service_plan set locked_at = coalesce(locked_at, clock_timestamp()), revision = revision + 1
  where product_id = ${suiteId}::uuid`
