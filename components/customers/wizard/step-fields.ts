import type { Path } from 'react-hook-form'
import type { Draft } from './draft'

export const STEP_KEYS = ['portal', 'company', 'account', 'plans', 'review'] as const
export type StepKey = (typeof STEP_KEYS)[number]

/** The way through the wizard, and the parts of the form that must hold before the next step. */
export const STEP_FIELDS: Readonly<Record<StepKey, readonly Path<Draft>[]>> = {
  portal: ['portal', 'companyId'],
  company: ['company'],
  account: ['account'],
  plans: [],
  review: [],
}
