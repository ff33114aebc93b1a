import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import type { Decision } from '@/server/lib/result'
import { poolsFor } from './bulk-plan'
import { type By, byJob } from './by'
import { type LoadedLicence, loadLicences } from './load'
import { autoRenew, retire } from './rules'
import { applied, type Effect } from './state'
import { activate } from './switch-rules'
import { type Done, writeEffects } from './write'

const { sql } = Prisma

/** Licences of one transaction. */
const CHUNK = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

type Rule = (held: LoadedLicence) => Decision<Effect>
type Duty = { by: By; rule: Rule; due: Prisma.Sql }

/** The latest day that it is anywhere: a cheap bound before each company's own day is asked. */
const LATEST = sql`(app_now() at time zone 'Pacific/Kiritimati')::date`

/** What the passing of days does to licences, by its own rule. Each row is asked again under lock. */
const DUTIES: Record<'renew' | 'retire', Duty> = {
  renew: {
    by: byJob('licence.renew'),
    rule: (held) => autoRenew(held, held.today),
    due: sql`s.auto_renew and s.cancelled_on is null and s.suspended_ends_on is null and not s.awaiting_sign_in
      and s.ends_on <= ${LATEST} and s.ends_on <= company_today(c.parent_scope)`,
  },
  retire: {
    by: byJob('licence.cancel'),
    rule: (held) => retire(held, held.today),
    due: sql`s.cancelled_on is null and r.end_of_life_on <= ${LATEST} and (s.ends_on > r.end_of_life_on or s.awaiting_sign_in)
      and r.end_of_life_on <= company_today(c.parent_scope)`,
  },
}

/** Does one duty to all of a channel's licences that it falls due for, in chunks; gives how many it changed. */
export async function doDuty(channelScope: string, duty: keyof typeof DUTIES): Promise<number> {
  const { due } = DUTIES[duty]
  let changed = 0
  for (let after = FIRST; ; ) {
    const ids = await inScope(channelScope, 'read', (tx) => dueIds(tx, due, after))
    changed += await changeAll(channelScope, DUTIES[duty], ids)
    const last = ids.at(-1)
    if (last === undefined || ids.length < CHUNK) return changed
    after = last
  }
}

async function dueIds(tx: Tx, due: Prisma.Sql, after: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select s.id from subscription s join company c on c.scope = s.scope join product r on r.id = s.product_id
    where ${due} and s.id > ${after}::uuid order by s.id limit ${CHUNK}`
  return rows.map(({ id }) => id)
}

/** A chunk in one transaction; where the database refuses one of them, each in its own, and that one is left for the next time. */
async function changeAll(scope: string, duty: Duty, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  try {
    return await inScope(scope, 'write', (tx) => change(tx, duty, ids))
  } catch (error) {
    if (!(error instanceof DomainError) || ['databaseGone', 'busy'].includes(error.code)) throw error
    if (ids.length === 1) return 0
    let changed = 0
    for (const id of ids) changed += await changeAll(scope, duty, [id])
    return changed
  }
}

/** What the rule refuses stays as it is: its reason stands on the licence for everybody to see. */
async function change(tx: Tx, { by, rule }: Omit<Duty, 'due'>, ids: readonly string[]): Promise<number> {
  const held = await loadLicences(tx, sql`s.id = any (${[...ids]}::uuid[])`, { lock: true })
  const pools = await poolsFor(tx, held, true)
  const rows: Done[] = held.flatMap((one) => {
    const decision = rule(one)
    const may = decision.ok && pools.claim(one, { before: one, after: applied(one, decision.value) }).ok
    return may && decision.ok ? [{ held: one, effect: decision.value }] : []
  })
  await writeEffects(tx, by, rows)
  return rows.length
}

/** The first sign-in of a customer: begins the terms that waited for it. Gives how many there were. */
export function activateWaiting(channelScope: string, customerScope: string): Promise<number> {
  return inScope(channelScope, 'write', async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from subscription where scope = ${customerScope} and awaiting_sign_in and cancelled_on is null`
    const duty = { by: byJob('licence.modify'), rule: (held: LoadedLicence) => activate(held, held.today) }
    return change(
      tx,
      duty,
      rows.map(({ id }) => id),
    )
  })
}
