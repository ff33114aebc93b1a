import type { WorldAccount, WorldCompany } from './world'

const phone = (mark: string) => ({
  phoneCountry: '44',
  phoneArea: mark,
  phoneNumber: `${mark} 1`,
  phoneExtension: mark,
})

/** The rows of a company, its accounts and their sessions: every text carries the company's mark. */
export const rowsOf = {
  company: ({ mark, admin, ...company }: WorldCompany) => ({
    id: company.id,
    scope: company.scope,
    parentScope: company.parentScope,
    kind: company.kind,
    status: company.status,
    portal: company.portal,
    name: company.name,
    slug: company.slug,
    address: `${mark} Street`,
    city: `${mark} City`,
    state: `${mark} State`,
    postalCode: mark,
    country: 'GB',
    industry: mark,
    note: mark,
    emergencyEmails: [`${mark}@${mark}.example`],
    tags: [mark],
    approvedBy: mark,
    approvedOn: '2026-01-02',
    approvalRemark: mark,
    importKey: mark,
    contactId: admin.id,
    contactName: `${mark} ${mark}`,
    contactEmail: `${admin.loginName}@${mark}.example`,
    contactPhone: `44 ${mark} ${mark} 1 × ${mark}`,
  }),

  accounts: (company: WorldCompany, passwordHash: string) =>
    everyAccount(company).map((account) => ({
      id: account.id,
      scope: company.scope,
      companyId: company.id,
      loginName: account.loginName,
      firstName: company.mark,
      lastName: company.mark,
      email: `${account.loginName}@${company.mark}.example`,
      ...phone(company.mark),
      timeZone: 'Europe/London',
      locale: 'en',
      role: account.role,
      enabled: account !== company.disabledAccount,
      passwordHash,
    })),

  sessions: (company: WorldCompany) =>
    everyAccount(company).map((account) => ({
      id: account.sessionId,
      scope: company.scope,
      accountId: account.id,
      version: 1,
      expiresAt: new Date(Date.now() + (account === company.endedSession ? -1 : 86_400_000)),
      address: company.mark,
      userAgent: company.mark,
    })),
}

const everyAccount = (company: WorldCompany): WorldAccount[] => [
  ...Object.values(company.accounts),
  company.disabledAccount,
  company.endedSession,
]
