// What the Partners screen offers. No imports: the browser reads it without the schemas.

export const PARTNER_KINDS = ['msp', 'reseller'] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]

export const PARTNER_STATUSES = ['active', 'suspended', 'cancelled'] as const
export type PartnerStatus = (typeof PARTNER_STATUSES)[number]

export const PARTNER_ATTENTION = ['licenceAction', 'licenceWarning'] as const

export const PARTNER_SORTS = ['name', 'created'] as const
export type PartnerSort = (typeof PARTNER_SORTS)[number]
