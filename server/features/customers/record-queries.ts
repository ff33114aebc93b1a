import type { Actor } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { env } from '@/server/env'
import { managesRemotely } from '@/server/features/companies/remote'
import { dayOf } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import type { ManagerSearch, NotePage } from './record-schema'

/** A customer as its page shows it. Days are YYYY-MM-DD, instants ISO strings. Refuses with notFound. */
export async function getCustomer(tx: Tx, { id }: { id: string }) {
  const customer = await tx.company.findFirst({ where: { id, kind: 'customer' }, include: { parent: true } })
  if (!customer?.parent || !customer.portal) throw new DomainError('notFound')
  const { parent } = customer
  return {
    id: customer.id,
    version: customer.version,
    status: customer.status,
    portal: customer.portal,
    name: customer.name,
    slug: customer.slug,
    signInUrl: `${env.APP_URL}/${customer.slug}/sign-in`,
    address: customer.address,
    city: customer.city,
    state: customer.state,
    postalCode: customer.postalCode,
    country: customer.country,
    industry: customer.industry,
    note: customer.note,
    emergencyEmails: customer.emergencyEmails,
    tags: customer.tags,
    manager: {
      ...{ id: parent.id, name: parent.name, kind: parent.kind, status: parent.status },
      managesRemotely: await managesRemotely(tx, parent),
    },
    contact: { name: customer.contactName, email: customer.contactEmail, phone: customer.contactPhone },
    approval:
      customer.approvedBy && customer.approvedOn
        ? { by: customer.approvedBy, on: dayOf(customer.approvedOn), remark: customer.approvalRemark }
        : null,
    attention: {
      threatAction: customer.threatAction,
      threatWarning: customer.threatWarning,
      licenceAction: customer.licenceAction,
      licenceWarning: customer.licenceWarning,
    },
    products: customer.productNames,
    lastTransactionAt: customer.lastTransactionAt?.toISOString() ?? null,
    createdAt: customer.createdAt.toISOString(),
    updatedAt: customer.updatedAt.toISOString(),
  }
}

export type CustomerRecord = Awaited<ReturnType<typeof getCustomer>>

/** How many enabled accounts of a customer are shut out when it is disabled. */
export const countEnabledAccounts = (tx: Tx, { companyId }: { companyId: string }): Promise<number> =>
  tx.account.count({ where: { companyId, enabled: true } })

/** Notes of a customer, newest first, by pages of `limit`. */
export async function listNotes(tx: Tx, scope: string, { cursor, limit }: NotePage) {
  const rows = await tx.note.findMany({
    where: { scope, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  return {
    rows: page.map(({ id, body, authorId, authorName, createdAt }) => ({
      id,
      body,
      authorId,
      authorName,
      createdAt: createdAt.toISOString(),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

export type Manager = { id: string; name: string; kind: CompanyKind }

/** The companies that may manage a new customer: one's own first, then active partners by name (at most 50 of a search). */
export async function listManagers(tx: Tx, actor: Actor, { search }: ManagerSearch): Promise<Manager[]> {
  const own: Manager = { id: actor.companyId, name: actor.companyName, kind: actor.kind }
  if (actor.kind !== 'distributor' && actor.kind !== 'isp') return [own]
  const partners = await tx.company.findMany({
    where: {
      parentScope: actor.scope,
      kind: { in: ['msp', 'reseller'] },
      status: 'active',
      name: { contains: search, mode: 'insensitive' },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, name: true, kind: true },
  })
  return [own, ...partners]
}
