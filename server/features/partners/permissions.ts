import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { record } from '@/server/features/log/record'
import { listDataCentres } from '@/server/features/plans/data-centres'
import { catalogueOf } from '@/server/features/products/visible'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { mayMoveRemote, type RemoteUse } from './permission-rules'
import type { BrandingPermission, RemoteManagement } from './schema'

/**
 * What a parent lets an MSP do beyond selling: where its remote management runs (null: nowhere), what depends on that, the data
 * centres there are, and whether it may show its own brand. Refuses with wrongKind.
 */
export async function getPermissions(tx: Tx, target: Target) {
  mustBeMsp(target)
  const { dataCentreId, ownBranding } = await permissionsOf(tx, target.scope)
  const dataCentres = await listDataCentres(tx, catalogueOf(target.scope))
  return { dataCentreId, ownBranding, dataCentres, use: await dependentsOf(tx, target.scope) }
}
export type Permissions = Awaited<ReturnType<typeof getPermissions>>

/**
 * Gives an MSP remote management in a data centre, moves it, or takes it away (null). Refuses with wrongKind, changedMeanwhile,
 * notFound (field dataCentreId), and the codes of mayMoveRemote.
 */
export async function setRemoteManagement(tx: Tx, actor: Actor, target: Target, input: RemoteManagement) {
  const { dataCentreId, was } = input
  await lockMsp(tx, actor, target)
  const before = await permissionsOf(tx, target.scope)
  if (before.dataCentreId !== was) throw new DomainError('changedMeanwhile')
  const dataCentreScope = catalogueOf(target.scope)
  const centres = await listDataCentres(tx, dataCentreScope)
  const centreOf = (id: string | null) => centres.find((centre) => centre.id === id) ?? null
  if (dataCentreId !== null && !centreOf(dataCentreId)) throw new DomainError('notFound', {}, 'dataCentreId')
  demand(mayMoveRemote(centreOf(was), centreOf(dataCentreId), await dependentsOf(tx, target.scope)))
  await write(tx, target, { dataCentreId, dataCentreScope: dataCentreId === null ? null : dataCentreScope })
  await record(tx, actor, {
    ...(await logged(tx, target)),
    action: 'partner.remoteManagement',
    before: { remoteManagement: was !== null, dataCentre: centreOf(was)?.name ?? null },
    after: { remoteManagement: dataCentreId !== null, dataCentre: centreOf(dataCentreId)?.name ?? null },
  })
}

/** Lets an MSP brand its own sub-tree, or no longer. Refuses with wrongKind, nothingChanges. */
export async function setBrandingPermission(tx: Tx, actor: Actor, target: Target, { allowed }: BrandingPermission) {
  await lockMsp(tx, actor, target)
  const { ownBranding } = await permissionsOf(tx, target.scope)
  if (ownBranding === allowed) throw new DomainError('nothingChanges')
  await write(tx, target, { ownBranding: allowed })
  await record(tx, actor, {
    ...(await logged(tx, target)),
    action: 'branding.manage',
    before: { ownBranding },
    after: { ownBranding: allowed },
  })
}

function mustBeMsp(target: Target): void {
  if (target.kind !== 'msp') throw new DomainError('wrongKind')
}

/** One at a time for each MSP. Written from above only, so the transaction gets its whole reach back. */
async function lockMsp(tx: Tx, actor: Actor, target: Target): Promise<void> {
  mustBeMsp(target)
  await widen(tx, actor)
  await tx.$queryRaw`select 1 from company where scope = ${target.scope} for update`
}

async function permissionsOf(tx: Tx, scope: string) {
  const row = await tx.mspPermission.findUnique({ where: { scope }, select: { dataCentreId: true, ownBranding: true } })
  return row ?? { dataCentreId: null, ownBranding: false }
}

type Written = { ownBranding: boolean } | { dataCentreId: string | null; dataCentreScope: string | null }

const write = (tx: Tx, { scope }: Target, data: Written) =>
  tx.mspPermission.upsert({
    where: { scope },
    create: { scope, ...data },
    update: { ...data, updatedAt: new Date() },
  })

async function dependentsOf(tx: Tx, scope: string): Promise<RemoteUse> {
  const [customers, plans] = await Promise.all([
    tx.company.count({ where: { parentScope: scope, managed: true } }),
    tx.servicePlan.count({ where: { scope, managed: true, enabled: true } }),
  ])
  return { customers, plans }
}

async function logged(tx: Tx, { scope }: Target) {
  const { id, name } = await tx.company.findUniqueOrThrow({ where: { scope }, select: { id: true, name: true } })
  return { scope, targetType: 'company', targetId: id, targetName: name } as const
}
