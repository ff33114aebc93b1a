import type { CompanyStatus } from '@/server/access/decide'
import { COMPANY_KINDS, type CompanyKind, ROLES, type Role } from '@/server/access/privileges'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import { DEMO_LOGIN_PREFIX } from './demo'

/** One account of the demo that a click signs in as. */
export type DemoCard = {
  slug: string
  companyName: string
  kind: CompanyKind
  status: CompanyStatus
  role: Role
  loginName: string
  personName: string
}

const rank = ({ kind, role }: DemoCard): number => COMPANY_KINDS.indexOf(kind) * ROLES.length + ROLES.indexOf(role)

/**
 * The accounts that the demo's sign-in page offers, by kind of company and role; at the page of one company, those of it and
 * below it. Null outside of the demo: then there are no cards, whatever the accounts are called.
 */
export async function demoCards(doorScope = ''): Promise<DemoCard[] | null> {
  if (!env.DEMO) return null
  const accounts = await asSystem((tx) =>
    tx.account.findMany({
      where: { loginName: { startsWith: DEMO_LOGIN_PREFIX }, scope: { startsWith: doorScope }, enabled: true },
      select: {
        loginName: true,
        firstName: true,
        lastName: true,
        role: true,
        company: { select: { slug: true, name: true, kind: true, status: true } },
      },
      orderBy: { loginName: 'asc' },
      take: 200,
    }),
  )
  return accounts
    .map(({ company, firstName, lastName, ...account }) => ({
      ...account,
      personName: `${firstName} ${lastName}`,
      slug: company.slug,
      companyName: company.name,
      kind: company.kind,
      status: company.status,
    }))
    .sort((a, b) => rank(a) - rank(b) || a.loginName.localeCompare(b.loginName, 'en'))
}
