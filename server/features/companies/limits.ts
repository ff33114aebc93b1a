/** Sizes of a company's texts and lists. Apart from the schemas: rules are asked in the browser, where no schema need be. */
export const COMPANY_LIMITS = { emergencyEmails: 20, tags: 20, tag: 30, note: 4000, approvalRemark: 1000 } as const
