import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { atAndBelow } from '@/server/db/sql-pieces'
import { DomainError } from '@/server/lib/errors'

const { sql } = Prisma

/** At most so many of each list are in the file, the newest; `total` says how many there are. */
export const PERSON_LIST_MAX = 10_000

export type PersonRef = { companyId: string; accountId: string }

type Listed<Row> = { total: number; rows: Row[] }

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

async function accountOf(tx: Tx, { companyId, accountId }: PersonRef) {
  const account = await tx.account.findFirst({
    where: { id: accountId, companyId },
    omit: { passwordHash: true, sessionVersion: true, version: true },
    include: { company: { select: { name: true } } },
  })
  if (!account) throw new DomainError('notFound')
  return account
}

/** What the log holds by the person, or about their account. */
const inLog = (scope: string, accountId: string) =>
  sql`${atAndBelow(sql`l`, scope)} and (l.account_id = ${accountId}::uuid or (l.target_type = 'account' and l.target_id = ${accountId}))`

type Entry = {
  at: Date
  byThisPerson: boolean
  company: string
  action: string
  targetType: string
  targetName: string
  before: Prisma.JsonValue
  after: Prisma.JsonValue
  refused: boolean
  address: string | null
}

/** Entries by others about the account do not name those others, nor where they were: the file is about one person. */
async function logOf(tx: Tx, scope: string, accountId: string): Promise<Listed<Omit<Entry, 'at'> & { at: string }>> {
  const rows = await tx.$queryRaw<Entry[]>`
    select l.at, coalesce(l.account_id = ${accountId}::uuid, false) as "byThisPerson", l.company_name as company, l.action,
      l.target_type as "targetType", l.target_name as "targetName", l.before, l.after, l.refused,
      case when l.account_id = ${accountId}::uuid then l.address end as address
    from log_entry l where ${inLog(scope, accountId)} order by l.id desc limit ${PERSON_LIST_MAX}`
  const total = rows.length < PERSON_LIST_MAX ? rows.length : await countLogOf(tx, scope, accountId)
  return { total, rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

async function countLogOf(tx: Tx, scope: string, accountId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from log_entry l where ${inLog(scope, accountId)}`
  return row?.count ?? 0
}

async function notesOf(tx: Tx, authorId: string) {
  const rows = await tx.note.findMany({
    where: { authorId },
    orderBy: { id: 'desc' },
    take: PERSON_LIST_MAX,
    select: { body: true, createdAt: true, company: { select: { name: true } } },
  })
  return {
    total: await tx.note.count({ where: { authorId } }),
    rows: rows.map(({ body, createdAt, company }) => ({
      about: company.name,
      body,
      writtenAt: createdAt.toISOString(),
    })),
  }
}

async function mailsOf(tx: Tx, accountId: string) {
  const rows = await tx.mail.findMany({
    where: { accountId },
    orderBy: { id: 'desc' },
    take: PERSON_LIST_MAX,
    select: {
      kind: true,
      state: true,
      address: true,
      name: true,
      subject: true,
      bodyText: true,
      dueAt: true,
      sentAt: true,
    },
  })
  return {
    total: await tx.mail.count({ where: { accountId } }),
    rows: rows.map(({ bodyText, dueAt, sentAt, ...mail }) => ({
      ...mail,
      text: bodyText,
      dueAt: dueAt.toISOString(),
      sentAt: iso(sentAt),
    })),
  }
}

/**
 * Everything that Tierline keeps about a person, within the reach of whoever asks: docs/decisions/013-privacy.md says what, and
 * why the rest is not in it. Secrets (password, second factor, links) never are. Refuses with notFound.
 */
export async function personalData(tx: Tx, { companyId, accountId }: PersonRef) {
  const { company, scope, createdAt, updatedAt, passwordChangedAt, lastSignInAt, ...account } = await accountOf(tx, {
    companyId,
    accountId,
  })
  const mine = { where: { accountId } }
  const sessions = await tx.session.findMany({ ...mine, orderBy: { id: 'desc' } })
  const views = await tx.savedView.findMany({ ...mine, orderBy: [{ screen: 'asc' }, { name: 'asc' }] })
  const preferences = await tx.preference.findMany({ ...mine, orderBy: { name: 'asc' } })
  const links = await tx.accountToken.findMany({ ...mine, orderBy: { id: 'desc' } })
  return {
    account: {
      ...account,
      companyName: company.name,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      passwordChangedAt: iso(passwordChangedAt),
      lastSignInAt: iso(lastSignInAt),
    },
    sessions: sessions.map(({ address, userAgent, ...session }) => ({
      address,
      userAgent,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    })),
    links: links.map((link) => ({
      purpose: link.purpose,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      usedAt: iso(link.usedAt),
    })),
    savedViews: views.map(({ screen, name, shared, query }) => ({ screen, name, shared, query })),
    preferences: preferences.map(({ name, value }) => ({ name, value })),
    notes: await notesOf(tx, accountId),
    mails: await mailsOf(tx, accountId),
    log: await logOf(tx, scope, accountId),
  }
}
export type PersonalData = Awaited<ReturnType<typeof personalData>>

/** How much an erasure takes away, and how much stays: shown before it is confirmed. Refuses with notFound. */
export async function personFigures(tx: Tx, { companyId, accountId }: PersonRef) {
  const { scope } = await accountOf(tx, { companyId, accountId })
  const where = { accountId }
  return {
    erased: {
      sessions: await tx.session.count({ where }),
      views: await tx.savedView.count({ where }),
      sharedViews: await tx.savedView.count({ where: { ...where, shared: true } }),
      mails: await tx.mail.count({ where }),
      mailsWaiting: await tx.mail.count({ where: { ...where, state: 'scheduled' } }),
      notes: await tx.note.count({ where: { authorId: accountId } }),
    },
    kept: {
      log: await countLogOf(tx, scope, accountId),
      transactions: await tx.customerTransaction.count({ where }),
    },
  }
}
export type PersonFigures = Awaited<ReturnType<typeof personFigures>>
