import type { AccountRole, CompanyKind, CompanyStatus, LicensingPortal } from '@/prisma/generated/enums'

/** A row of `company`, as the seeds write it. */
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
  updatedAt: Date
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
  updatedAt: Date
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
