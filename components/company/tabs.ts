/** The parts of the page, as they stand in its address. */
export const COMPANY_TABS = ['profile', 'accounts'] as const
export type CompanyTab = (typeof COMPANY_TABS)[number]
