import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { PREPARED } from '@/server/db/prepared'
import type { ScreenRef } from './schema'

const VIEWS_MAX = 200

/** A saved view: one's own, or one that a colleague shares. */
export type SavedViewRow = { id: string; name: string; shared: boolean; mine: boolean; query: string }

/** How a person has set up a screen. `settings`: what was kept under the screen's name, as it was kept. */
export type ScreenSetup = { views: SavedViewRow[]; columns: string | null; settings: Record<string, unknown> }

/** One's own views of a screen and those shared in one's company, by name, and what the account keeps for the screen. */
export async function screenSetup(tx: Tx, actor: Actor, { screen }: ScreenRef): Promise<ScreenSetup> {
  const mark = `${screen}.`
  const [kept] = await tx.$queryRaw<{ views: SavedViewRow[]; settings: Record<string, unknown> }[]>`${PREPARED}
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'shared', v.shared, 'query', v.query,
          'mine', v.account_id = ${actor.accountId}::uuid)), '[]')
        from (select * from saved_view v where v.scope = ${actor.scope} and v.screen = ${screen}
          and (v.account_id = ${actor.accountId}::uuid or v.shared) limit ${VIEWS_MAX}) v) as views,
      (select coalesce(jsonb_object_agg(substr(p.name, ${mark.length + 1}::int), p.value), '{}') from preference p
        where p.account_id = ${actor.accountId}::uuid and starts_with(p.name, ${mark})) as settings`
  const { views = [], settings = {} } = kept ?? {}
  const { compare } = new Intl.Collator(actor.locale)
  return {
    views: views.toSorted((a, b) => compare(a.name, b.name)),
    columns: typeof settings.columns === 'string' ? settings.columns : null,
    settings,
  }
}
