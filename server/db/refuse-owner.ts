/** What a `pg` client, pool, or anything that runs plain SQL offers. */
type Queryable = { query(text: string): Promise<{ rows: unknown[] }> }

const QUESTION = `
  select r.rolname as name, r.rolsuper as "isSuperuser", r.rolbypassrls as "bypassesRowSecurity", r.rolinherit as inherits,
    (select string_agg(distinct o.rolname, ', ') from pg_class c join pg_roles o on o.oid = c.relowner
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and pg_has_role(current_user, c.relowner, 'MEMBER')) as "ownerAs",
    (select count(*)::int from pg_roles b where (b.rolsuper or b.rolbypassrls) and b.rolname <> r.rolname
        and pg_has_role(current_user, b.oid, 'MEMBER')) as "mightyRoles"
  from pg_roles r where r.rolname = current_user`

type Answer = {
  name: string
  isSuperuser: boolean
  bypassesRowSecurity: boolean
  inherits: boolean
  ownerAs: string | null
  mightyRoles: number
}

function objectionTo(role: Answer): string | undefined {
  if (role.isSuperuser) return 'is a superuser'
  if (role.bypassesRowSecurity) return 'bypasses row security'
  if (role.mightyRoles > 0) return 'may become a role that bypasses row security'
  if (role.ownerAs !== null) return `owns tables in schema public (as ${role.ownerAs})`
  if (role.inherits) return 'inherits the rights of the roles it is a member of'
  return undefined
}

/**
 * Row security is the wall between tenants, and it does not bind owners and superusers.
 * Throws unless the connection is signed in as a role that it binds.
 */
export async function assertApplicationRole(client: Queryable): Promise<void> {
  const { rows } = await client.query(QUESTION)
  const role = rows[0] as Answer | undefined
  const objection = role ? objectionTo(role) : 'is unknown'
  if (!objection) return
  throw new Error(
    `Tierline does not run as the database role "${role?.name}": it ${objection}, so that row security would not hold. ` +
      'Sign in as tierline_app (DATABASE_URL) and keep the owner for migrations (DATABASE_OWNER_URL).',
  )
}
