import type { AccountRole, CompanyKind, CompanyStatus, LicensingPortal } from '@/prisma/generated/enums'
import type { Tx } from '@/server/db/client'

export type CompanySeed = {
  id: string
  scope: string
  parentScope: string | null
  kind: CompanyKind
  status: CompanyStatus
  portal: LicensingPortal | null
  name: string
  address: string
  city: string
  state: string
  postalCode: string
  country: string
  industry: string
  note: string
  emergencyEmails: string[]
  tags: string[]
  slug: string
  approvedBy: string | null
  approvedOn: string | null
  approvalRemark: string
  createdAt: Date
  /** Who speaks for the company, when its first account is written along; saves the trigger of account a second write. */
  contactId: string | null
  contactName: string
  contactEmail: string
  contactPhone: string
}

export type AccountSeed = {
  id: string
  scope: string
  companyId: string
  loginName: string
  firstName: string
  lastName: string
  email: string
  phoneCountry: string
  phoneArea: string
  phoneNumber: string
  timeZone: string
  locale: 'en' | 'fr'
  role: AccountRole
  enabled: boolean
  passwordHash: string | null
  createdAt: Date
}

export type NoteSeed = {
  id: string
  scope: string
  body: string
  authorId: string
  authorName: string
  createdAt: Date
}

export type LogSeed = {
  id: string
  scope: string
  at: Date
  accountId: string
  accountName: string
  companyName: string
  action: string
  targetType: string
  targetId: string
  targetName: string
}

/** One statement holds this many rows: enough that round trips do not matter, little enough for one parameter. */
const CHUNK = 5_000

async function inChunks<T>(rows: readonly T[], insert: (json: string) => Promise<number>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(JSON.stringify(rows.slice(from, from + CHUNK)))
}

/** Inserts companies; those above must stand before those below. */
export const insertCompanies = (tx: Tx, rows: readonly CompanySeed[]): Promise<void> =>
  inChunks(
    rows,
    (json) => tx.$executeRaw`
    insert into company (id, scope, parent_scope, kind, status, portal, name, address, city, state, postal_code, country, industry,
      note, emergency_emails, tags, slug, approved_by, approved_on, approval_remark, created_at, updated_at,
      contact_id, contact_name, contact_email, contact_phone)
    select r.id, r.scope, r."parentScope", r.kind, r.status, r.portal, r.name, r.address, r.city, r.state, r."postalCode", r.country,
      r.industry, r.note, r."emergencyEmails", r.tags, r.slug, r."approvedBy", r."approvedOn", r."approvalRemark", r."createdAt", r."createdAt",
      r."contactId", r."contactName", r."contactEmail", r."contactPhone"
    from rows from (jsonb_to_recordset(${json}::jsonb) as (id text, scope text, "parentScope" text, kind company_kind, status company_status,
      portal licensing_portal, name text, address text, city text, state text, "postalCode" text, country text, industry text, note text,
      "contactId" uuid, "contactName" text, "contactEmail" text, "contactPhone" text,
      "emergencyEmails" text[], tags text[], slug text, "approvedBy" text, "approvedOn" date, "approvalRemark" text, "createdAt" timestamptz))
      with ordinality as r order by r.ordinality`,
  )

/** Inserts accounts; the first of a company by id speaks for it. */
export const insertAccounts = (tx: Tx, rows: readonly AccountSeed[]): Promise<void> =>
  inChunks(
    rows,
    (json) => tx.$executeRaw`
    insert into account (id, scope, company_id, login_name, first_name, last_name, email, phone_country, phone_area, phone_number,
      time_zone, locale, role, enabled, password_hash, password_changed_at, created_at, updated_at)
    select r.id, r.scope, r."companyId", r."loginName", r."firstName", r."lastName", r.email, r."phoneCountry", r."phoneArea",
      r."phoneNumber", r."timeZone", r.locale, r.role, r.enabled, r."passwordHash",
      case when r."passwordHash" is not null then r."createdAt" end, r."createdAt", r."createdAt"
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, scope text, "companyId" text, "loginName" text, "firstName" text,
      "lastName" text, email text, "phoneCountry" text, "phoneArea" text, "phoneNumber" text, "timeZone" text, locale text,
      role account_role, enabled boolean, "passwordHash" text, "createdAt" timestamptz)`,
  )

export const insertNotes = (tx: Tx, rows: readonly NoteSeed[]): Promise<void> =>
  inChunks(
    rows,
    (json) => tx.$executeRaw`
    insert into note (id, scope, body, author_id, author_name, created_at)
    select r.id, r.scope, r.body, r."authorId", r."authorName", r."createdAt"
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, scope text, body text, "authorId" uuid, "authorName" text, "createdAt" timestamptz)`,
  )

export const insertLog = (tx: Tx, rows: readonly LogSeed[]): Promise<void> =>
  inChunks(
    rows,
    (json) => tx.$executeRaw`
    insert into log_entry (id, scope, at, account_id, account_name, company_name, action, target_type, target_id, target_name)
    select r.id, r.scope, r.at, r."accountId", r."accountName", r."companyName", r.action, r."targetType", r."targetId", r."targetName"
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, scope text, at timestamptz, "accountId" uuid, "accountName" text,
      "companyName" text, action text, "targetType" text, "targetId" text, "targetName" text)`,
  )
