import { z } from 'zod'
import { ROLES } from '@/server/access/privileges'
import { LOCALES } from '@/server/i18n/locales'
import { email, isStorable, line } from '@/server/lib/text'
import { toTimeZone } from '@/server/lib/time-zones'
import { PASSWORD_MAX, PASSWORD_MIN } from './limits'

export const LOGIN_NAME = /^[A-Za-z0-9_-]{4,25}$/

/** Unique in the whole channel, whatever its case; never changes (spec/domain.md §1). */
export const loginName = z.string().trim().regex(LOGIN_NAME, 'loginName')

export { PASSWORD_MAX, PASSWORD_MIN }
export const newPassword = z.string().min(PASSWORD_MIN, 'passwordShort').max(PASSWORD_MAX).refine(isStorable, 'control')
/** A first password that may be left empty: then the account cannot sign in yet. */
const firstPassword = z
  .string()
  .optional()
  .transform((typed) => (typed === '' ? undefined : typed))
  .pipe(newPassword.optional())

/** IANA inside; Windows names are understood. */
export const timeZone = z
  .string()
  .max(64)
  .overwrite((written) => toTimeZone(written) ?? written)
  .refine((zone) => toTimeZone(zone) !== null, 'timeZone')

const phonePart = (shape: RegExp) => z.string().trim().regex(shape, 'phone').default('')

/** What is known of a person, and what they may edit of themselves. */
export const accountProfile = z.object({
  firstName: line(50),
  lastName: line(50),
  email,
  phoneCountry: phonePart(/^(\+?[0-9]{1,4})?$/),
  phoneArea: phonePart(/^[0-9() -]{0,8}$/),
  phoneNumber: phonePart(/^[0-9 ./()-]{0,24}$/),
  phoneExtension: phonePart(/^[0-9*#]{0,8}$/),
  timeZone: timeZone.default('UTC'),
  locale: z.enum(LOCALES).default('en'),
})
export type AccountProfile = z.output<typeof accountProfile>
export type AccountProfileInput = z.input<typeof accountProfile>

/** Whether the person is told of the account: at once, on the morning of a day, or not at all. */
export const mailWish = {
  mail: z.enum(['now', 'later', 'none']).default('now'),
  mailOn: z.union([z.literal(''), z.iso.date('day')]).default(''),
}

/** The first account of a new company: always an administrator. Without a password nobody can sign in with it yet. */
export const firstAccount = accountProfile.extend({ loginName, password: firstPassword, ...mailWish })
export type FirstAccount = z.output<typeof firstAccount>
export type FirstAccountInput = z.input<typeof firstAccount>

export const role = z.enum(ROLES)

export const newAccount = firstAccount.extend({ role })
export type NewAccount = z.output<typeof newAccount>
export type NewAccountInput = z.input<typeof newAccount>

const accountId = z.uuid()
export const version = z.int32().min(1)

export const accountRef = z.object({ accountId })
export const accountEdit = z.object({ accountId, version, profile: accountProfile })
export const roleChange = z.object({ accountId, role })
export const enabledChange = z.object({ accountId, isEnabled: z.boolean() })

/** Where the last page ended: keyset of the list of accounts. */
const cursor = z.object({ lastName: z.string().max(50), firstName: z.string().max(50), id: z.uuid() })
export const ACCOUNTS_PAGE = 50
export const accountFilter = z.object({
  cursor: cursor.optional(),
  limit: z.number().int().min(1).max(200).default(ACCOUNTS_PAGE),
})
export type AccountFilter = z.output<typeof accountFilter>

export const ownProfile = z.object({ version, profile: accountProfile })
export const passwordChange = z.object({ current: z.string().max(256), next: newPassword })
export const sessionRef = z.object({ sessionId: z.uuid() })
export const localeChoice = z.object({ locale: z.enum(LOCALES) })
