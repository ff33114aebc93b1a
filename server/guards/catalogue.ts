import type { Client, QueryResultRow } from 'pg'
import { DEFINERS, LEDGER, TABLES, type TableKind } from './tables'

const APP = 'tierline_app'
const SYSTEM = 'tierline_system'
const RANGE = '((scope >= ( SELECT app_scope() AS app_scope)) AND (scope < ( SELECT app_scope_end() AS app_scope_end)))'
/** The same range for reading, in a form that the planner does not take for a way in (see `tenancy_own`). */
const SEEN =
  '\nCASE\n    WHEN (scope >= ( SELECT app_scope() AS app_scope)) THEN (scope < ( SELECT app_scope_end() AS app_scope_end))\n    ELSE false\nEND'
const ABOVE = 'starts_with(( SELECT app_scope() AS app_scope), scope)'

type Policy = {
  name: string
  permissive: string
  roles: string
  cmd: string
  using: string | null
  check: string | null
}

const policy = (name: string, roles: string, cmd: string, using: string | null, check: string | null): Policy => ({
  name,
  permissive: 'PERMISSIVE',
  roles: `{${roles}}`,
  cmd,
  using,
  check,
})

const BELOW = '((scope > ( SELECT app_scope() AS app_scope)) AND (scope < ( SELECT app_scope_end() AS app_scope_end)))'
const own = policy('own', APP, 'ALL', SEEN, RANGE)
const system = policy('system', SYSTEM, 'ALL', 'true', 'true')

/** The policies of each kind: these and no others. */
const POLICIES: Record<TableKind, Policy[]> = {
  own: [own, system],
  inherited: [policy('inherited', APP, 'SELECT', ABOVE, null), own, system],
  granted: [policy('granted', APP, 'SELECT', SEEN, null), policy('granting', APP, 'ALL', BELOW, BELOW), system],
  globalRead: [policy('everybody', APP, 'SELECT', 'true', null), system],
  queue: [policy('application', APP, 'INSERT', null, 'true'), system],
  system: [system],
}

/** What the application may be granted on each kind, at most. */
const GRANTS: Record<TableKind, readonly string[]> = {
  own: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  inherited: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  granted: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  globalRead: ['SELECT'],
  queue: ['INSERT'],
  system: [],
}

const EVERY_GRANT = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']

type Relation = {
  name: string
  schema: string
  kind: string
  enabled: boolean
  forced: boolean
  owner: string
  policies: Policy[] | null
  grants: string[] | null
  scope: string | null
}

const RELATIONS = `
  select c.relname as name, n.nspname as schema, c.relkind as kind, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    pg_get_userbyid(c.relowner) as owner,
    (select json_agg(json_build_object('name', policyname, 'permissive', permissive, 'roles', roles::text, 'cmd', cmd,
       'using', qual, 'check', with_check) order by policyname) from pg_policies p where p.tablename = c.relname and p.schemaname = n.nspname) as policies,
    (select array_agg(g) from unnest($1::text[]) g where c.relkind in ('r', 'p', 'v', 'm', 'f') and has_table_privilege('${APP}', c.oid, g)) as grants,
    (select format('%s %s %s', t.typname, a.attnotnull, l.collname) from pg_attribute a join pg_type t on t.oid = a.atttypid
       left join pg_collation l on l.oid = a.attcollation where a.attrelid = c.oid and a.attname = 'scope' and not a.attisdropped) as scope
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
    and n.nspname not like 'pg_temp%' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by 1`

function relationFindings(relation: Relation): string[] {
  const { name } = relation
  if (relation.schema !== 'public') return [`${relation.schema}.${name}: a table outside schema public`]
  const grants = relation.grants ?? []
  if (name === LEDGER) return grants.map((grant) => `${name}: the application may ${grant}`)
  const kind = TABLES[name]
  if (!kind) return [`${name}: not in the list of tables`]
  if (relation.kind !== 'r') return [`${name}: only plain tables are understood here, this is ${relation.kind}`]
  const said: string[] = []
  if (!relation.enabled) said.push('row security is not enabled')
  if (!relation.forced) said.push('row security is not forced')
  if (relation.owner === APP || relation.owner === SYSTEM) said.push(`owned by ${relation.owner}`)
  if (JSON.stringify(relation.policies) !== JSON.stringify(POLICIES[kind])) {
    said.push(`policies are not those of ${kind}: ${JSON.stringify(relation.policies)}`)
  }
  for (const grant of grants) if (!GRANTS[kind].includes(grant)) said.push(`the application may ${grant}`)
  if ((kind === 'own' || kind === 'inherited' || kind === 'granted') && relation.scope !== 'text t C') {
    said.push(`scope is not text collate "C" not null: ${relation.scope}`)
  }
  return said.map((what) => `${name}: ${what}`)
}

type Reference = {
  name: string
  from: string
  to: string
  columns: string[]
  targets: string[]
  cascades: boolean
  checks: string
}

const REFERENCES = `
  select k.conname as name, f.relname as from, t.relname as to, k.confupdtype = 'c' as cascades,
    (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n) as columns,
    (select array_agg(a.attname::text order by o) from unnest(k.confkey) with ordinality u(n, o) join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n) as targets,
    coalesce((select string_agg(pg_get_constraintdef(c.oid), ' ') from pg_constraint c where c.conrelid = k.conrelid and c.contype = 'c'), '') as checks
  from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 1`

const isTenant = (table: string) => ['own', 'inherited', 'granted'].includes(TABLES[table] ?? '')

/** A key check ignores row security: only one that carries the path cannot point at somebody else's row. */
function referenceFindings({ name, from, to, columns, targets, cascades, checks }: Reference): string[] {
  if (!isTenant(from) || !isTenant(to)) return []
  const carrier = columns[targets.indexOf('scope')]
  if (!carrier) return [`${from}.${name}: refers to ${to} without its path`]
  const said: string[] = []
  if (!cascades) said.push('does not follow a path that changes (on update cascade)')
  if (carrier !== 'scope' && !carrier.endsWith('_scope')) said.push(`carries the path in ${carrier}`)
  const isHeld = new RegExp(`\\bscope\\b[^;]*\\b${carrier}\\b|\\b${carrier}\\b[^;]*\\bscope\\b`).test(checks)
  if (carrier !== 'scope' && !isHeld) said.push(`nothing holds ${carrier} to a path above the row's own`)
  return said.map((what) => `${from}.${name}: ${what}`)
}

type Definer = { name: string; owner: string; path: string | null; open: boolean }

const DEFINER_FUNCTIONS = `
  select p.proname as name, pg_get_userbyid(p.proowner) as owner, array_to_string(p.proconfig, ',') as path,
    has_function_privilege('public', p.oid, 'execute') as open
  from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`

function definerFindings({ name, owner, path, open }: Definer): string[] {
  const said: string[] = []
  if (!DEFINERS.includes(name)) said.push('sees across tenants and is not in the list')
  if (owner !== SYSTEM) said.push(`runs as ${owner}`)
  if (!path?.startsWith('search_path=public')) said.push('has no fixed search_path')
  if (open) said.push('may be called by everybody')
  return said.map((what) => `${name}(): ${what}`)
}

const ROLE = `
  select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit as mighty,
    (select array_agg(m.roleid::regrole::text) from pg_auth_members m where m.member = r.oid) as member,
    (select bool_or(m.inherit_option) from pg_auth_members m where m.member = r.oid) as inherits,
    has_schema_privilege(r.rolname, 'public', 'CREATE') as creates
  from pg_roles r where rolname = any($1)`

/** Everything in the catalogue that would let one tenant see, change or point at another's rows. */
export async function catalogueFindings(client: Client): Promise<string[]> {
  const rows = async <Row extends QueryResultRow>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows
  const relations = await rows<Relation>(RELATIONS, [EVERY_GRANT])
  const names = relations.map(({ name }) => name)
  const roles = await rows<{ mighty: boolean; member: string[] | null; inherits: boolean | null; creates: boolean }>(
    ROLE,
    [[APP, SYSTEM]],
  )
  return [
    ...Object.keys(TABLES)
      .filter((name) => !names.includes(name))
      .map((name) => `${name}: in the list, not in the database`),
    ...relations.flatMap(relationFindings),
    ...(await rows<Reference>(REFERENCES)).flatMap(referenceFindings),
    ...(await rows<Definer>(DEFINER_FUNCTIONS)).flatMap(definerFindings),
    ...roles.flatMap(({ mighty, member, inherits, creates }) => [
      ...(mighty || inherits ? ['a role of the application is mighty or inherits'] : []),
      ...(member ?? []).filter((name) => name !== SYSTEM).map((name) => `a role of the application may become ${name}`),
      ...(creates ? ['a role of the application may create in schema public'] : []),
    ]),
  ]
}
