/**
 * THE matrix: who may what. Data only; `decide.ts` reads it, the interface hides and disables by it,
 * Administration › Privileges prints it, and the authorization tests are generated from it.
 * Source: the vendor's published role tables; `own: true` rows are Tierline's decision.
 */
export const COMPANY_KINDS = ['distributor', 'isp', 'msp', 'reseller', 'customer'] as const
export type CompanyKind = (typeof COMPANY_KINDS)[number]

export const ROLES = [
  'administrator',
  'customerAccountManager',
  'partnerAccountManager',
  'licenceManager',
  'supportManager',
  'supportEngineer',
  'billingManager',
] as const
export type Role = (typeof ROLES)[number]

type Row = {
  access: 'read' | 'write'
  kinds: readonly CompanyKind[]
  roles: readonly Role[]
  /** On which company it may be used: `any` in reach, only the actor's `own`, or one `below` of that kind. */
  on: 'any' | 'own' | 'partner' | 'customer'
  /** Not in the vendor's tables: Tierline's decision. */
  tierline?: true
}

const D = 'distributor'
const I = 'isp'
const M = 'msp'
const R = 'reseller'
const A = 'administrator'
const CM = 'customerAccountManager'
const PM = 'partnerAccountManager'
const LM = 'licenceManager'
const SM = 'supportManager'
const SE = 'supportEngineer'
const BM = 'billingManager'

const TIER1 = [D, I] as const
const TIERS12 = [D, I, M, R] as const
const BUILDERS = [D, I, M] as const
const EVERY_KIND = COMPANY_KINDS
const EVERY_ROLE = ROLES

const read = (kinds: readonly CompanyKind[], roles: readonly Role[], on: Row['on'] = 'any'): Row => ({
  access: 'read',
  kinds,
  roles,
  on,
})
const write = (kinds: readonly CompanyKind[], roles: readonly Role[], on: Row['on'] = 'any'): Row => ({
  access: 'write',
  kinds,
  roles,
  on,
})
const ours = (row: Row): Row => ({ ...row, tierline: true })

export const PRIVILEGES = {
  'dashboard.view': read(EVERY_KIND, EVERY_ROLE),
  'partner.view': read(TIER1, [A, PM, SM, SE, BM]),
  'partner.create': write(TIER1, [A, PM], 'own'),
  'partner.update': write(TIER1, [A, PM], 'partner'),
  'partner.allocate': write(TIER1, [A, PM], 'partner'),
  'partner.assignPlan': write(TIER1, [A, PM], 'partner'),
  'partner.remoteManagement': write(TIER1, [A, PM], 'partner'),
  'partner.accounts': write(TIER1, [A, PM], 'partner'),
  'customer.view': read(TIERS12, [A, CM, SM, SE, BM]),
  'customer.create': write(TIERS12, [A, CM]),
  'customer.import': write(TIERS12, [A, CM]),
  'customer.update': write(TIERS12, [A, CM]),
  'customer.disable': write(TIERS12, [A, CM]),
  'customer.delete': write(TIERS12, [A, CM]),
  'customer.move': ours(write(TIER1, [A, CM])),
  'customer.accounts': write(TIERS12, [A, CM], 'customer'),
  'customer.export': read(TIERS12, [A, CM, SM, SE, BM]),
  'customer.displaySettings': write(TIERS12, [A, CM, SM], 'own'),
  'licence.view': read(EVERY_KIND, [A, CM, LM, SM, SE, BM]),
  'licence.assign': write(TIERS12, [A, CM]),
  'licence.modify': write(TIERS12, [A, CM]),
  'licence.renew': write(TIERS12, [A, CM]),
  'licence.convert': write(TIERS12, [A, CM]),
  'licence.suspend': write(TIERS12, [A, CM]),
  'licence.cancel': write(TIERS12, [A, CM]),
  'template.view': read(BUILDERS, [A, CM, SM, SE]),
  'policy.view': read(BUILDERS, [A, CM, SM, SE]),
  'template.manage': write(BUILDERS, [A, SM]),
  'template.assign': write(BUILDERS, [A, CM, SM]),
  'policy.deploy': write(BUILDERS, [A, CM, SM]),
  'cloudEdge.manage': write(BUILDERS, [A, CM, SM]),
  'attention.view': read(TIERS12, [A, CM, PM, LM, SM, SE, BM]),
  'attention.resolve': ours(write(TIERS12, [A, CM, SM])),
  'product.view': read(TIERS12, [A, PM, LM, SM, SE, BM, CM]),
  'product.manage': ours(write(TIER1, [A, LM], 'own')),
  'plan.view': read(TIERS12, [A, CM, LM, SM, SE, BM]),
  'plan.create': write(BUILDERS, [A, LM], 'own'),
  'plan.update': write(BUILDERS, [A, LM], 'own'),
  'plan.approve': write(BUILDERS, [A, LM], 'own'),
  'key.view': read(TIERS12, [A, CM, LM]),
  'key.create': write(TIERS12, [A, CM, LM]),
  'key.cancel': write(TIERS12, [A, CM, LM]),
  'usage.view': read(BUILDERS, [A, BM, SM, SE]),
  'usage.export': read(BUILDERS, [A, BM, SM, SE]),
  'usage.edit': write([M], [A, BM]),
  'usage.submit': write([M], [A, BM]),
  'usage.decide': write(TIER1, [A, BM]),
  'billing.view': read(TIER1, [A, BM, SM, SE]),
  'billing.run': write(TIER1, [A, BM]),
  'billing.edit': write(TIER1, [A, BM]),
  'billing.submit': write(TIER1, [A, BM]),
  'price.manage': write(TIER1, [A, BM], 'own'),
  'transaction.view': read(TIERS12, [A, CM, LM, SM, SE, BM]),
  'transaction.export': read(TIERS12, [A, CM, LM, SM, SE, BM]),
  'summary.export': read(TIERS12, [A, CM, LM, SM, SE, BM]),
  'self.view': read(EVERY_KIND, EVERY_ROLE, 'own'),
  'self.update': write(EVERY_KIND, EVERY_ROLE, 'own'),
  'company.view': read(EVERY_KIND, [A, SM, SE], 'own'),
  'company.update': write(EVERY_KIND, [A], 'own'),
  'company.accounts': write(EVERY_KIND, [A], 'own'),
  'company.resetPassword': write(EVERY_KIND, [A, SM, SE], 'own'),
  'branding.view': read(BUILDERS, [A]),
  'branding.manage': write(TIER1, [A]),
  'branding.own': ours(write([M], [A])),
  'mailTemplate.view': read(TIERS12, [A, SM]),
  'mailTemplate.manage': write(TIERS12, [A]),
  'mail.view': read(TIERS12, [A, CM, SM, SE]),
  'mail.resend': write(TIERS12, [A, CM, SM]),
  'mail.schedule': write(TIERS12, [A, CM, SM]),
  'connector.manage': ours(write(BUILDERS, [A])),
  'log.view': ours(read(EVERY_KIND, [A, SM])),
  'operation.view': read(EVERY_KIND, EVERY_ROLE, 'own'),
  'operation.cancel': ours(write(EVERY_KIND, EVERY_ROLE, 'own')),
} as const satisfies Record<string, Row>

export type Privilege = keyof typeof PRIVILEGES
export const privilegeRow = (privilege: Privilege): Row => PRIVILEGES[privilege]
