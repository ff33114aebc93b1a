import { z } from 'zod'
import { firstAccount } from '@/server/features/accounts/schema'
import { companyId, companyProfile, version } from '@/server/features/companies/schema'
import { allocationWish } from '@/server/features/products/schema'
import { line } from '@/server/lib/text'
import { PARTNER_ATTENTION, PARTNER_KINDS, PARTNER_SORTS, PARTNER_STATUSES } from './options'

/** The search pane. What is left out or empty restricts nothing. */
export const partnerFilter = z.object({
  /** Part of the company's or the contact's name. */
  q: line(128, 0).optional(),
  status: z.array(z.enum(PARTNER_STATUSES)).max(3).optional(),
  kind: z.array(z.enum(PARTNER_KINDS)).max(2).optional(),
  /** Partners with a customer that has the product. */
  productId: z.uuid().optional(),
  /** Partners with a customer whose licences need action, or warn. */
  attention: z.array(z.enum(PARTNER_ATTENTION)).max(2).optional(),
})
export type PartnerFilter = z.output<typeof partnerFilter>
export type PartnerFilterInput = z.input<typeof partnerFilter>

export const partnerPage = z.object({
  filter: partnerFilter.default({}),
  sort: z.enum(PARTNER_SORTS).default('name'),
  descending: z.boolean().default(false),
  after: z.string().max(800).optional(),
  before: z.string().max(800).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type PartnerPage = z.output<typeof partnerPage>
export type PartnerPageInput = z.input<typeof partnerPage>

export const partnerCount = z.object({ filter: partnerFilter.default({}) })

/** Reads name the partner by `id`: they look from one's own company down. */
export const partnerId = z.object({ id: companyId })
export const partnerRef = z.object({ companyId })

/** Remote management as a form holds it: on or off, and where. */
export const remoteChoice = z
  .object({ enabled: z.boolean(), dataCentreId: z.union([z.uuid(), z.literal('')]) })
  .refine(({ enabled, dataCentreId }) => !enabled || dataCentreId !== '', {
    path: ['dataCentreId'],
    message: 'required',
  })
export type RemoteChoice = z.output<typeof remoteChoice>

/**
 * A partner and its first account, which is an administrator. An MSP: what it may sell, its remote management, whether it may show
 * its own brand. A reseller: its plans.
 */
export const newPartner = z.object({
  kind: z.enum(PARTNER_KINDS),
  company: companyProfile,
  account: firstAccount,
  allocations: z.array(allocationWish).max(1000).default([]),
  remote: remoteChoice.default({ enabled: false, dataCentreId: '' }),
  ownBranding: z.boolean().default(false),
  planIds: z.array(z.uuid()).max(1000).default([]),
})
export type NewPartner = z.output<typeof newPartner>
export type NewPartnerInput = z.input<typeof newPartner>

export const partnerUpdate = partnerRef.extend({ version, profile: companyProfile })
export type PartnerUpdate = z.output<typeof partnerUpdate>

/** Cancelling is final and asks for the name. */
export const partnerStatusChange = partnerRef.extend({
  to: z.enum(PARTNER_STATUSES),
  typed: z.string().max(200).default(''),
})
export type PartnerStatusChange = z.output<typeof partnerStatusChange>

/** The same shape as for customers: one form asks through either door. */
export const nameToPropose = z.object({ companyId: companyId.optional(), name: z.string().max(128) })
export const slugToCheck = z.object({ companyId: companyId.optional(), slug: z.string().max(128) })
export const loginNameToCheck = z.object({ companyId: companyId.optional(), loginName: z.string().max(64) })

/** `was`: what the form was filled from; a change in between is refused, not overwritten. null: no remote management. */
export const remoteManagement = partnerRef.extend({ dataCentreId: z.uuid().nullable(), was: z.uuid().nullable() })
export type RemoteManagement = z.output<typeof remoteManagement>

export const brandingPermission = partnerRef.extend({ allowed: z.boolean() })
export type BrandingPermission = z.output<typeof brandingPermission>
