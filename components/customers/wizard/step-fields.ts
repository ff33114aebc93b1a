/** The way through the wizard, and the parts of the form that must hold before the next step. */
export const STEP_FIELDS = {
  portal: ['portal', 'companyId'],
  company: ['company'],
  account: ['account'],
  plans: [],
  review: [],
} as const

export type StepKey = keyof typeof STEP_FIELDS
export const STEP_KEYS = Object.keys(STEP_FIELDS) as StepKey[]
