import type { Tx } from '@/server/db/client'
import { env } from '@/server/env'
import { DomainError } from '@/server/lib/errors'
import type { PartnerKind, PartnerStatus } from './options'

/** A partner as its page shows it. Instants are ISO strings. Refuses with notFound. */
export async function getPartner(tx: Tx, { id }: { id: string }) {
  const partner = await tx.company.findFirst({ where: { id, kind: { in: ['msp', 'reseller'] } } })
  if (!partner) throw new DomainError('notFound')
  return {
    id: partner.id,
    version: partner.version,
    kind: partner.kind as PartnerKind,
    status: partner.status as PartnerStatus,
    name: partner.name,
    slug: partner.slug,
    signInUrl: `${env.APP_URL}/${partner.slug}/sign-in`,
    address: partner.address,
    city: partner.city,
    state: partner.state,
    postalCode: partner.postalCode,
    country: partner.country,
    industry: partner.industry,
    note: partner.note,
    emergencyEmails: partner.emergencyEmails,
    contact: { name: partner.contactName, email: partner.contactEmail, phone: partner.contactPhone },
    createdAt: partner.createdAt.toISOString(),
    updatedAt: partner.updatedAt.toISOString(),
    ...(await figuresOf(tx, partner.scope)),
  }
}
export type PartnerRecord = Awaited<ReturnType<typeof getPartner>>

/** What hangs below a partner. */
async function figuresOf(tx: Tx, scope: string) {
  const { _count, _sum } = await tx.company.aggregate({
    where: { parentScope: scope, kind: 'customer' },
    _count: true,
    _sum: { unitsProvisioned: true, licenceAction: true, licenceWarning: true },
  })
  return {
    customers: _count,
    unitsProvisioned: _sum.unitsProvisioned ?? 0,
    licenceAction: _sum.licenceAction ?? 0,
    licenceWarning: _sum.licenceWarning ?? 0,
  }
}

/** What a change of status would do, in figures: shown before it is asked for. Refuses with notFound. */
export async function getConsequences(tx: Tx, { id }: { id: string }) {
  const partner = await tx.company.findFirst({
    where: { id, kind: { in: ['msp', 'reseller'] } },
    select: { scope: true },
  })
  if (!partner) throw new DomainError('notFound')
  const below = { startsWith: partner.scope }
  const [customers, accounts, sessions, licences, mails] = await Promise.all([
    tx.company.count({ where: { parentScope: partner.scope, kind: 'customer' } }),
    tx.account.count({ where: { scope: below, enabled: true } }),
    tx.session.count({ where: { scope: below, expiresAt: { gt: new Date() } } }),
    tx.subscription.count({ where: { scope: below, cancelledOn: null } }),
    tx.mail.count({ where: { scope: below, state: 'scheduled' } }),
  ])
  return { customers, accounts, sessions, licences, mails }
}
export type Consequences = Awaited<ReturnType<typeof getConsequences>>
