import type { LicensingPortal } from '@/prisma/generated/client'
import type { Actor, CompanyStatus } from '@/server/access/decide'
import type { CompanyKind, Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { changesOf } from '@/server/features/log/changes'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { newCompanyId } from '@/server/lib/ids'
import { demand } from '@/server/lib/result'
import { ownScope } from '@/server/lib/scope'
import { firstStatus, mayBecome, mayCreateBelow } from './rules'
import type { CompanyProfile } from './schema'

type NewCompany = CompanyProfile & {
  parent: { scope: string; kind: CompanyKind }
  kind: CompanyKind
  portal?: LicensingPortal
  tags?: string[]
}

/** Inserts a company below its parent and gives its id and path. Refuses with wrongParent, slugTaken (field slug). */
export async function insertCompany(tx: Tx, { parent, kind, portal, tags = [], ...profile }: NewCompany) {
  demand(mayCreateBelow(parent.kind, kind))
  const id = newCompanyId()
  const scope = ownScope(parent.scope, id)
  await tx.company.createMany({
    data: [
      {
        ...profile,
        id,
        scope,
        parentScope: parent.scope,
        kind,
        status: firstStatus(kind),
        portal: portal ?? null,
        tags,
      },
    ],
  })
  return { id, scope }
}

const PROFILE = {
  name: true,
  slug: true,
  address: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
  industry: true,
  note: true,
  emergencyEmails: true,
  tags: true,
} as const

type Edit = { companyId: string; version: number; profile: Partial<CompanyProfile> & { tags?: string[] } }

/**
 * Changes the profile of a company, if it is still as it was when the form was filled.
 * Refuses with notFound, changedMeanwhile, slugTaken (field slug).
 */
export async function updateProfile(tx: Tx, actor: Actor, action: Privilege, { companyId, version, profile }: Edit) {
  const before = await tx.company.findUnique({ where: { id: companyId }, select: { ...PROFILE, scope: true } })
  if (!before) throw new DomainError('notFound')
  const { count } = await tx.company.updateMany({ where: { id: companyId, version }, data: profile })
  if (count === 0) throw new DomainError('changedMeanwhile')
  const { scope, ...old } = before
  const changes = changesOf(old, profile)
  if (!changes) return
  const targetName = profile.name ?? old.name
  await record(tx, actor, { scope, action, targetType: 'company', targetId: companyId, targetName, ...changes })
}

/**
 * Moves a company to another status by one guarded write and gives its path.
 * Refuses with notFound, statusUnchanged, cancelledFinal, wrongKind, changedMeanwhile.
 */
export async function changeStatus(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, to }: { companyId: string; to: CompanyStatus },
) {
  const company = await tx.company.findUnique({
    where: { id: companyId },
    select: { scope: true, name: true, kind: true, status: true },
  })
  if (!company) throw new DomainError('notFound')
  const { from } = demand(mayBecome(company, to))
  const { count } = await tx.company.updateMany({ where: { id: companyId, status: from }, data: { status: to } })
  if (count === 0) throw new DomainError('changedMeanwhile')
  await record(tx, actor, {
    scope: company.scope,
    action,
    targetType: 'company',
    targetId: companyId,
    targetName: company.name,
    before: { status: from },
    after: { status: to },
  })
  return { scope: company.scope }
}
