import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { neighbouringIds } from './neighbouring-ids'
import { expectManyRows } from './plan'
import type { ImportProblem } from './problems'

type At = { id: string; scope: string; targetScope: string }
export type Written = { written: number; known: number; failed: number }

/** What became of a chunk in the one statement: how many lines are written, and the others, with or without their company. */
type Outcome = { written: number; others: { line: number; id: string; hasCompany: boolean }[] }

/**
 * Writes good rows: each a company of the lmp portal and its administrator, without a password, so that nobody can sign in until one is
 * set. What is there already by its key becomes known, whose login name was taken in the meantime fails: unique keys decide, so doing it
 * twice does it once. `lines` ascend. Lines that neither came about are left good, to be tried again.
 */
export async function writeRows(tx: Tx, actor: Actor, at: At, lines: readonly number[]): Promise<Written> {
  await expectManyRows(tx)
  const { written, others } = await insertAll(tx, actor, at, lines)
  const nameless = others.filter(({ hasCompany }) => hasCompany)
  const refused = others.filter(({ hasCompany }) => !hasCompany)
  if (nameless.length > 0) {
    await tx.$executeRaw`delete from company where id = any (${nameless.map(({ id }) => id)}::text[])`
    await failLines(tx, at, linesOf(nameless))
  }
  const known = refused.length > 0 ? await recogniseLines(tx, at, linesOf(refused)) : 0
  return { written, known, failed: nameless.length }
}

const linesOf = (rows: readonly { line: number }[]): number[] => rows.map(({ line }) => line)

/**
 * One statement for a chunk: companies, accounts, the log of each, and the rows themselves. The sign-in address is the name with the tail
 * of the id, unique without asking; the person can choose a nicer one later.
 */
async function insertAll(tx: Tx, actor: Actor, { id, targetScope }: At, lines: readonly number[]): Promise<Outcome> {
  const [outcome] = await tx.$queryRaw<Outcome[]>`
    with row as materialized (
      select r.line, n.id, ${targetScope} || n.id || '.' as scope, uuidv7() as account_id, v.*,
        case v.slug when '' then n.id else v.slug || '-' || right(n.id, 6) end as whole_slug
      from unnest(${lines}::int[], ${neighbouringIds(lines.length)}::text[]) as n (line, id)
      join import_row r on r.operation_id = ${id}::uuid and r.line = n.line and ${within(lines)}
      cross join lateral jsonb_to_record(r.value) as v ${VALUE}
    ), made as (
      insert into company (id, scope, parent_scope, kind, status, portal, name, address, city, state, postal_code, country, industry, note,
        tags, emergency_emails, slug, import_key, contact_id, contact_name, contact_email, contact_phone)
      select id, scope, ${targetScope}, 'customer', 'enabled', 'lmp', name, address, city, state, "postalCode", country, industry, note,
        tags, "emergencyEmails", whole_slug, key, account_id, "firstName" || ' ' || "lastName", email,
        concat_ws(' ', nullif("phoneCountry", ''), nullif("phoneArea", ''), nullif("phoneNumber", ''))
          || case "phoneExtension" when '' then '' else ' × ' || "phoneExtension" end
      from row on conflict (parent_scope, import_key) do nothing returning id
    ), named as (
      insert into account (id, scope, company_id, login_name, first_name, last_name, email, phone_country, phone_area, phone_number,
        phone_extension, time_zone, locale, role)
      select account_id, scope, id, "loginName", "firstName", "lastName", email, "phoneCountry", "phoneArea", "phoneNumber",
        "phoneExtension", "timeZone", locale, 'administrator'
      from row where id in (select id from made)
      on conflict (channel_id, login_key) do nothing returning company_id as id
    ), logged as (
      insert into log_entry (scope, account_id, account_name, company_name, action, target_type, target_id, target_name, after)
      select scope, ${actor.accountId}::uuid, ${`${actor.firstName} ${actor.lastName}`}, ${actor.companyName}, 'customer.import', 'company',
        id, name, jsonb_build_object('portal', 'lmp', 'slug', whole_slug, 'country', country, 'loginName', "loginName")
      from row where id in (select id from named)
    ), settled as (
      update import_row r set state = 'written' from row
      where r.operation_id = ${id}::uuid and r.line = row.line and ${within(lines)} and row.id in (select id from named)
    )
    select (select count(*)::int from named) as written, coalesce((
      select jsonb_agg(jsonb_build_object('line', line, 'id', id, 'hasCompany', id in (select id from made)) order by line)
      from row where id not in (select id from named)), '[]') as others`
  return outcome ?? { written: 0, others: [] }
}

/** Without their range each chunk would look through the whole file. */
const within = (lines: readonly number[]): Prisma.Sql => Prisma.sql`r.line between ${lines[0]} and ${lines.at(-1)}`

const VALUE = Prisma.sql`(key text, slug text, name text, address text, city text, state text, "postalCode" text, country text,
  industry text, note text, tags text[], "emergencyEmails" text[], "loginName" text, "firstName" text, "lastName" text, email text,
  "phoneCountry" text, "phoneArea" text, "phoneNumber" text, "phoneExtension" text, "timeZone" text, locale text)`

async function failLines(tx: Tx, { id }: At, lines: readonly number[]): Promise<void> {
  const problems = JSON.stringify([{ code: 'lostRace' satisfies ImportProblem, field: 'loginName' }])
  await tx.$executeRaw`
    update import_row set state = 'failed', problems = ${problems}::jsonb
    where operation_id = ${id}::uuid and line = any (${lines}::int[])`
}

/** Marks those lines whose customer is there by its key, and counts them. */
const recogniseLines = (tx: Tx, { id, targetScope }: At, lines: readonly number[]): Promise<number> =>
  tx.$executeRaw`
    update import_row r set state = 'known', problems = null from company c
    where r.operation_id = ${id}::uuid and r.state = 'good' and r.line = any (${lines}::int[])
      and c.parent_scope = ${targetScope} and c.import_key = r.value ->> 'key'`
