import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import type { ColumnsChoice, NewView, ViewChange, ViewRef } from './schema'

/** Keeps a list as it is shown, under a name. Refuses with viewNameTaken. */
export async function saveView(tx: Tx, actor: Actor, input: NewView): Promise<ViewRef> {
  const { id } = await tx.savedView.create({
    data: { ...input, scope: actor.scope, accountId: actor.accountId },
    select: { id: true },
  })
  await log(tx, actor, { id, name: input.name, after: { name: input.name, shared: input.shared } })
  return { viewId: id }
}

/** Renames, shares or replaces one's own view. Refuses with notFound, viewNameTaken. */
export async function changeView(tx: Tx, actor: Actor, { viewId, ...data }: ViewChange): Promise<void> {
  const before = await ownView(tx, actor, viewId)
  await tx.savedView.updateMany({ where: { id: viewId, accountId: actor.accountId }, data })
  await log(tx, actor, {
    id: viewId,
    name: data.name,
    before: { name: before.name, shared: before.shared, query: before.query },
    after: data,
  })
}

/** Deletes one's own view; who it was shared with loses it too. Refuses with notFound. */
export async function deleteView(tx: Tx, actor: Actor, { viewId }: ViewRef): Promise<void> {
  const { name, shared, query } = await ownView(tx, actor, viewId)
  await tx.savedView.deleteMany({ where: { id: viewId, accountId: actor.accountId } })
  await log(tx, actor, { id: viewId, name, before: { name, shared, query } })
}

async function ownView(tx: Tx, actor: Actor, id: string) {
  const view = await tx.savedView.findFirst({ where: { id, scope: actor.scope, accountId: actor.accountId } })
  if (!view) throw new DomainError('notFound')
  return view
}

type Logged = { id: string; name: string; before?: Prisma.InputJsonObject; after?: Prisma.InputJsonObject }

const log = (tx: Tx, actor: Actor, { id, name, ...change }: Logged) =>
  record(tx, actor, {
    scope: actor.scope,
    action: 'self.update',
    targetType: 'view',
    targetId: id,
    targetName: name,
    ...change,
  })

/** Which columns a list shows the account, in which order and how wide. Not logged: it is nobody's business. */
export const keepColumns = (tx: Tx, actor: Actor, { screen, columns }: ColumnsChoice): Promise<void> =>
  keepSetting(tx, actor, `${screen}.columns`, columns)

/** Keeps a value for the account under `<screen>.<name>`; null forgets it. */
export async function keepSetting(tx: Tx, actor: Actor, name: string, value: string | null): Promise<void> {
  const { accountId, scope } = actor
  if (value === null) {
    await tx.preference.deleteMany({ where: { accountId, name } })
    return
  }
  await tx.preference.upsert({
    where: { accountId_name: { accountId, name } },
    create: { accountId, scope, name, value },
    update: { value },
  })
}
