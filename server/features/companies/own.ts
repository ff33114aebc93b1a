import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'

/** One's own company, as its page shows it and its form edits it. Note and tags belong to those above and are left out. */
export async function getOwnCompany(tx: Tx, actor: Actor) {
  const company = await tx.company.findUnique({
    where: { id: actor.companyId },
    select: {
      id: true,
      kind: true,
      status: true,
      portal: true,
      name: true,
      slug: true,
      address: true,
      city: true,
      state: true,
      postalCode: true,
      country: true,
      industry: true,
      emergencyEmails: true,
      contactName: true,
      contactEmail: true,
      contactPhone: true,
      version: true,
      createdAt: true,
    },
  })
  if (!company) throw new DomainError('notFound')
  return { ...company, createdAt: company.createdAt.toISOString() }
}

export type OwnCompany = Awaited<ReturnType<typeof getOwnCompany>>
