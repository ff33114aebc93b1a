import { Client, escapeIdentifier, escapeLiteral } from 'pg'

export const OWNER = 'tierline_owner'
export const APPLICATION = 'tierline_app'
export const SYSTEM = 'tierline_system'

const MAJOR_MIN = 18
/** Two starts at once would both find a role missing. */
const ROLES_LOCK = 72_707_370

/** Runs `work` on one connection. `url` may be anybody's. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'tierline setup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server and database, signed in as the application. */
export function appUrlFor(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = APPLICATION
  url.password = password
  return url.href
}

type RoleRow = { rolname: string; rolsuper: boolean; rolbypassrls: boolean; rolinherit: boolean }

async function rolesOf(client: Client): Promise<Map<string, RoleRow>> {
  const { rows } = await client.query<RoleRow>(
    'select rolname, rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = any($1)',
    [[OWNER, APPLICATION, SYSTEM]],
  )
  return new Map(rows.map((row) => [row.rolname, row]))
}

async function assertMajor(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number }>("select current_setting('server_version_num')::int as number")
  const major = Math.floor((rows[0]?.number ?? 0) / 10_000)
  if (major < MAJOR_MIN) throw new Error(`Tierline needs PostgreSQL ${MAJOR_MIN} or later; this server is ${major}.`)
}

async function assertMayCreate(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; can: boolean }>(
    'select rolname as name, rolsuper or rolcreaterole as can from pg_roles where rolname = current_user',
  )
  const [me] = rows
  if (me?.can) return
  throw new Error(
    [
      `The role ${me?.name} may not create roles. Let an administrator of the server run`,
      `  create role ${SYSTEM} nologin noinherit;`,
      `  create role ${APPLICATION} login noinherit password '…';`,
      `  grant ${SYSTEM} to ${APPLICATION}, ${escapeIdentifier(me?.name ?? '')} with inherit false, set true;`,
      `and give both sign-ins: DATABASE_OWNER_URL (${me?.name}) and DATABASE_URL (${APPLICATION}).`,
    ].join('\n'),
  )
}

async function opens(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}

/** The application becomes the system role on purpose only; the owner hands functions over to it. */
async function grantSystem(client: Client, member: string): Promise<void> {
  const { rows } = await client.query<{ needed: boolean }>(
    `select not r.rolsuper and not exists (select from pg_auth_members m
       where m.roleid = $1::regrole and m.member = r.oid and m.set_option) as needed
     from pg_roles r where r.rolname = $2`,
    [SYSTEM, member],
  )
  if (rows[0]?.needed) {
    await client.query(`grant ${SYSTEM} to ${escapeIdentifier(member)} with inherit false, set true`)
  }
}

/**
 * Creates the application's roles where they are missing and gives the application's URL.
 * `tierline_app` owns nothing and bypasses nothing; what it may do as `tierline_system` it does by `set local role`.
 * An existing `tierline_app` keeps its password: another Tierline on the same server may use it.
 */
export async function ensureRoles(ownerUrl: string, password: string): Promise<string> {
  const appUrl = appUrlFor(ownerUrl, password)
  await withClient(ownerUrl, async (client) => {
    await assertMajor(client)
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK])
    const roles = await rolesOf(client)
    const application = roles.get(APPLICATION)
    if (application?.rolsuper || application?.rolbypassrls) {
      throw new Error(`The role ${APPLICATION} is a superuser or bypasses row security. Take that from it first.`)
    }
    if (!application || !roles.has(SYSTEM)) await assertMayCreate(client)
    if (!roles.has(SYSTEM)) await client.query(`create role ${SYSTEM} nologin noinherit`)
    if (!application)
      await client.query(`create role ${APPLICATION} login noinherit password ${escapeLiteral(password)}`)
    else if (application.rolinherit) await client.query(`alter role ${APPLICATION} noinherit`)
    const { rows } = await client.query<{ name: string; me: string }>(
      'select current_database() as name, current_user as me',
    )
    for (const member of [APPLICATION, rows[0]?.me ?? '']) await grantSystem(client, member)
    await client.query(
      `grant connect, temporary on database ${escapeIdentifier(rows[0]?.name ?? '')} to ${APPLICATION}`,
    )
    await client.query('commit')
  })
  if (!(await opens(appUrl))) {
    throw new Error(
      `The role ${APPLICATION} exists already and our password does not open it. Give both sign-ins, DATABASE_OWNER_URL and DATABASE_URL, or set its password.`,
    )
  }
  return appUrl
}

/** On a server that is Tierline's own (embedded, or for tests): the owner, its database and the application's roles. */
export async function ensureOwnedDatabase(
  superuserUrl: string,
  passwords: { owner: string; application: string },
  database = 'tierline',
): Promise<{ ownerUrl: string; appUrl: string }> {
  const url = new URL(superuserUrl)
  url.pathname = `/${database}`
  const appUrl = await withClient(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    if (!(await rolesOf(client)).has(OWNER)) {
      await client.query(`create role ${OWNER} login password ${escapeLiteral(passwords.owner)}`)
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${escapeIdentifier(database)} owner ${OWNER}`)
    const made = await ensureRoles(url.href, passwords.application)
    await grantSystem(client, OWNER)
    return made
  })
  url.username = OWNER
  url.password = passwords.owner
  return { ownerUrl: url.href, appUrl }
}
