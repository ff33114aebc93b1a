import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import type { ScreenRef } from './schema'

/** A saved view: one's own, or one that a colleague shares. */
export type SavedViewRow = { id: string; name: string; shared: boolean; mine: boolean; query: string }

/** How a person has set up a screen. `settings`: what was kept under the screen's name, as it was kept. */
export type ScreenSetup = { views: SavedViewRow[]; columns: string | null; settings: Record<string, unknown> }

/** One's own views of a screen and those shared in one's company, by name, and what the account keeps for the screen. */
export async function screenSetup(tx: Tx, actor: Actor, { screen }: ScreenRef): Promise<ScreenSetup> {
  const views = await tx.savedView.findMany({
    where: { scope: actor.scope, screen, OR: [{ accountId: actor.accountId }, { shared: true }] },
    select: { id: true, name: true, shared: true, query: true, accountId: true },
    take: 200,
  })
  const kept = await tx.preference.findMany({
    where: { accountId: actor.accountId, name: { startsWith: `${screen}.` } },
    select: { name: true, value: true },
  })
  const settings = Object.fromEntries(kept.map(({ name, value }) => [name.slice(screen.length + 1), value as unknown]))
  const { compare } = new Intl.Collator(actor.locale)
  return {
    views: views
      .map(({ accountId, ...view }) => ({ ...view, mine: accountId === actor.accountId }))
      .sort((a, b) => compare(a.name, b.name)),
    columns: typeof settings.columns === 'string' ? settings.columns : null,
    settings,
  }
}
