import { z } from 'zod'
import { firstAccount } from '@/server/features/accounts/schema'
import { COMPANY_LIMITS } from '@/server/features/companies/limits'
import { companyId, companyProfile, tags, version } from '@/server/features/companies/schema'
import { wishes } from '@/server/features/licences/schema'
import { day } from '@/server/lib/days'
import { line, paragraphs } from '@/server/lib/text'

export const PORTALS = ['lmp', 'clp'] as const
export const portal = z.enum(PORTALS)

export const customerRef = z.object({ companyId })
/** Reads name the customer by `id`: they look from one's own company down, so that its partner can be named too. */
export const customerId = z.object({ id: companyId })

export const customerProfile = companyProfile.extend({ tags: tags.default([]) })
export type CustomerProfileInput = z.input<typeof customerProfile>

export const customerUpdate = customerRef.extend({ version, profile: customerProfile })
export type CustomerUpdate = z.output<typeof customerUpdate>

/** A company and its first account, which is an administrator; `companyId` is the company that will manage it (default: one's own). */
export const newCustomer = z.object({
  companyId: companyId.optional(),
  portal,
  company: customerProfile,
  account: firstAccount,
  /** Plans that it gets at once, in the same transaction. */
  plans: wishes.or(z.tuple([])).default([]),
  sendMail: z.boolean().default(true),
})
export type NewCustomer = z.output<typeof newCustomer>
export type NewCustomerInput = z.input<typeof newCustomer>

/** The customer's written approval to be managed: who gave it, on which day, and a remark. */
export const approval = z.object({
  by: line(128),
  on: day,
  remark: paragraphs(COMPANY_LIMITS.approvalRemark).default(''),
})
export type ApprovalInput = z.input<typeof approval>

export const approvalUpdate = customerRef.extend({ version, approval: approval.nullable() })
export type ApprovalUpdate = z.output<typeof approvalUpdate>

export const customerStatusChange = customerRef.extend({ to: z.enum(['enabled', 'disabled']) })
export type CustomerStatusChange = z.output<typeof customerStatusChange>

export const customerDeletion = customerRef.extend({ name: z.string().max(200) })
export type CustomerDeletion = z.output<typeof customerDeletion>

export const tagChange = customerRef.extend({ add: tags.default([]), remove: tags.default([]) })
export type TagChange = z.output<typeof tagChange>

export const NOTE_MAX = COMPANY_LIMITS.note
export const newNote = customerRef.extend({ body: paragraphs(NOTE_MAX, 1) })
export type NewNote = z.output<typeof newNote>

export const noteRef = customerRef.extend({ noteId: z.uuid() })
export type NoteRef = z.output<typeof noteRef>

/** How many notes are shown at first, and how many more at a time. */
export const NOTES_STEP = 30
export const notePage = customerRef.extend({
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(1000).default(NOTES_STEP),
})
export type NotePage = z.output<typeof notePage>

/** The managing company whose plans are offered; one's own by default. */
export const planChoice = z.object({ id: companyId.optional() })

export const managerSearch = z.object({ search: z.string().trim().max(128).default('') })
export type ManagerSearch = z.output<typeof managerSearch>

export const nameToPropose = z.object({ companyId: companyId.optional(), name: z.string().max(128) })
export const slugToCheck = z.object({ companyId: companyId.optional(), slug: z.string().max(128) })
export const loginNameToCheck = z.object({ companyId: companyId.optional(), loginName: z.string().max(64) })
