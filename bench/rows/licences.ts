import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Actor } from '@/server/access/decide'
import { disconnect } from '@/server/db/client'
import { withClient } from '@/server/db/roles'
import { inScope } from '@/server/db/scoped'
import { setEnvironment } from '@/server/env'
import { insertKeys, type Lot } from '@/server/features/keys/insert'
import { planLicences } from '@/server/features/licences/bulk-plan'
import { carryOutDraft } from '@/server/features/operations/drafts'
import { drain } from '@/server/jobs/loop'
import { addLicences, SUBSCRIPTIONS } from '../data-licences'
import type { BenchDatabase } from '../databases'
import { median } from '../load'
import { type Line, ms, times } from '../report'
import { ROUNDS } from './list'

const KEYS = 100_000
const KEYS_AT_ONCE = 10_000

/** Milliseconds that some work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** `work` in a transaction that is undone. */
async function undone(client: Client, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin')
  await work()
  await client.query('rollback')
}

async function lotOf(client: Client): Promise<Lot> {
  const { rows } = await client.query<{ scope: string; id: string }>(
    'select scope, id from service_plan order by scope limit 1',
  )
  const [plan] = rows
  if (!plan) throw new Error('the data set has no plan')
  const rest = { units: 5, redemptions: 1, expiresOn: null, createdBy: 'Bench' }
  return { scope: plan.scope, planScope: plan.scope, planId: plan.id, batch: 'bench', ...rest }
}

/** Row 8: 100,000 registration keys made, sealed and written, against COPY of the same keys when they are ready. */
async function keysLine(client: Client, size: string): Promise<Line[]> {
  const lot = await lotOf(client)
  const columns = 'scope, plan_scope, plan_id, lookup, sealed, last_four, units, redemptions, batch, created_by'
  const write = async () => {
    for (let made = 0; made < KEYS; made += KEYS_AT_ONCE) {
      await inScope(lot.scope, 'write', (tx) => insertKeys(tx, lot, KEYS_AT_ONCE))
    }
  }
  await write()
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(e'\\t', scope, plan_scope, plan_id, '\\\\x' || encode(lookup, 'hex'), '\\\\x' || encode(sealed, 'hex'), last_four, units,
       redemptions, batch, created_by) as line from registration_key where batch = 'bench'`,
  )
  const ready = rows.map(({ line }) => line)
  const floors: number[] = []
  const ours: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await client.query('truncate registration_key cascade')
    const lines = Readable.from(chunksOf(ready))
    floors.push(
      await timed(() => pipeline(lines, client.query(copyFrom(`copy registration_key (${columns}) from stdin`)))),
    )
    await client.query('truncate registration_key cascade')
    ours.push(await timed(write))
  }
  const [floor, tierline] = [median(floors), median(ours)]
  return [
    {
      ...{ row: '8', work: '100,000 registration keys (floor: COPY of ready keys)', size },
      ...{ floor: ms(floor), tierline: ms(tierline), ratio: times(tierline / floor) },
      ...{ goal: '≤ 2.5 ×', isMet: tierline / floor <= 2.5 },
    },
  ]
}

function* chunksOf(lines: readonly string[]): Generator<string> {
  for (let from = 0; from < lines.length; from += 1_000) yield `${lines.slice(from, from + 1_000).join('\n')}\n`
}

/** Renewing everything in one statement: terms, versions, transactions and the customers' figures, and nothing besides. */
const ONE_STATEMENT = `
  with renewed as (
    update subscription s set ends_on = months_after(s.ends_on, 12, s.anchor_day), revision = s.revision + 1, updated_at = now()
    from subscription old where old.id = s.id returning s.*, old.ends_on as ended_on
  ), closed as (
    update subscription_version v set valid_to = now() from renewed r where v.subscription_id = r.id and v.valid_to is null
  ), versions as (
    insert into subscription_version (scope, subscription_id, revision, valid_from, plan_id, product_id, version, nfr, units, starts_on,
      ends_on, charge_from_on, auto_renew, renew_months, notice_days, grace_days, managed, awaiting_sign_in)
    select scope, id, revision, now(), plan_id, product_id, version, nfr, units, starts_on, ends_on, charge_from_on, auto_renew,
      renew_months, notice_days, grace_days, managed, awaiting_sign_in from renewed
  ), periods as (
    insert into subscription_period (scope, subscription_id, starts_on, ends_on) select scope, id, ended_on, ends_on from renewed
  ), bought as (
    insert into customer_transaction (scope, type, customer_name, managed_by, vendor, product_id, product_name, plan_id, plan_name,
      version, subscription_id, unit, units_before, units_after, starts_before, starts_after, ends_before, ends_after, made_by, source)
    select r.scope, 'licenceChange', c.name, m.name, p.vendor, p.id, p.name, s.id, s.name, r.version, r.id, p.unit, r.units, r.units,
      r.starts_on, r.starts_on, r.ended_on, r.ends_on, 'Bench', 'console'
    from renewed r join company c on c.scope = r.scope join company m on m.scope = c.parent_scope
    join product p on p.id = r.product_id join service_plan s on s.id = r.plan_id
  ), logged as (
    insert into log_entry (scope, account_name, company_name, action, target_type, target_id, target_name)
    select scope, 'Bench', 'Bench', 'licence.renew', 'licence', id::text, 'Bench plan' from renewed
  )
  update company c set next_expiry_on = r.ends_on, licence_warning = 0, licence_bits = 4, last_transaction_at = now()
  from renewed r where c.scope = r.scope`

/** Row 9: renewing 10,000 licences, preview and all, against one statement of SQL that knows what to do. */
async function renewLines(client: Client, actor: Actor, size: string): Promise<Line[]> {
  const target = { scope: actor.scope, kind: actor.kind, chain: actor.chain }
  const customers = { kind: 'matching' as const, filter: {}, except: [] }
  const selection = { kind: 'customers' as const, customers }
  const [floors, previews, applies]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round++) {
    await client.query('set session_replication_role = replica')
    await undone(client, async () => floors.push(await timed(() => client.query(ONE_STATEMENT))))
    await client.query('set session_replication_role = origin')
    let operationId = ''
    previews.push(
      await timed(async () => {
        const change = { kind: 'licenceRenew' as const, months: 12 }
        const plan = await inScope(actor.scope, 'write', (tx) =>
          planLicences(tx, { actor, target }, change, { selection, sendMail: false }),
        )
        operationId = plan.operationId
      }),
    )
    applies.push(
      await timed(async () => {
        await inScope(actor.scope, 'write', (tx) => carryOutDraft(tx, actor, 'licenceRenew', { operationId }))
        await drain()
      }),
    )
    await assertDone(client, operationId)
  }
  const [floor, preview, apply] = [median(floors), median(previews), median(applies)]
  return [
    {
      ...{ row: '9', work: 'renew 10,000: preview', size },
      ...{ floor: '', tierline: ms(preview), ratio: '', goal: '≤ 1 s', isMet: preview <= 1_000 },
    },
    {
      ...{ row: '9', work: 'renew 10,000: apply (floor: one statement)', size },
      ...{
        floor: ms(floor),
        tierline: ms(apply),
        ratio: times(apply / floor),
        goal: '≤ 3 ×',
        isMet: apply / floor <= 3,
      },
    },
  ]
}

async function assertDone(client: Client, operationId: string): Promise<void> {
  const { rows } = await client.query<{ state: string; done: number; failed: number }>(
    'select state, done, failed from operation where id = $1',
    [operationId],
  )
  const [operation] = rows
  if (operation?.state !== 'done' || operation.done < SUBSCRIPTIONS * 0.9)
    throw new Error(`renewing ended ${JSON.stringify(operation)}`)
}

/** Rows 8 and 9, in a copy of a data set; both inside this process, against the same server. */
export async function licenceRows(
  database: BenchDatabase,
  actor: Actor,
  wanted: (row: number) => boolean,
): Promise<Line[]> {
  const { name } = database.size
  return withClient(database.superuserUrl, async (client) => {
    await addLicences(client)
    setEnvironment({ DATABASE_URL: database.appUrl })
    try {
      return [
        ...(wanted(9) ? await renewLines(client, actor, name) : []),
        ...(wanted(8) ? await keysLine(client, name) : []),
      ]
    } finally {
      await disconnect()
    }
  })
}
