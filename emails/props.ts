import { z } from 'zod'

const day = z.string()
const line = z.object({
  product: z.string(),
  plan: z.string(),
  units: z.number().int().nonnegative(),
  startsOn: day.optional(),
  endsOn: day.optional(),
})
const CHANGED = ['units', 'endsOn', 'plan', 'product', 'version', 'status', 'autoRenewal'] as const
const change = z.object({ what: z.enum(CHANGED), before: z.string(), after: z.string() })

/** What a one-time link is made of; never in clear in the row of a mail. */
const link = { token: z.string().optional() }
/** Activation codes, one for each line ('' where there is none). */
const codes = { codes: z.array(z.string()).optional() }

const licence = { companyName: z.string(), managedBy: z.string() }

/**
 * What each kind of mail is told: `props` stand in its row, `secrets` are sealed there and forgotten once it is sent.
 * Days are YYYY-MM-DD; the mail writes them in its reader's language.
 */
export const MAIL_INPUT = {
  /** A new account: with a link to choose a password, or, when one was handed over, with the way to sign in. */
  accountCreated: {
    props: z.object({ companyName: z.string(), slug: z.string(), loginName: z.string(), createdBy: z.string() }),
    secrets: z.object(link),
  },
  /** Another password: asked for by the person (`by` is empty), or by somebody who may. */
  passwordReset: {
    props: z.object({ companyName: z.string(), loginName: z.string(), by: z.string() }),
    secrets: z.object(link),
  },
  licenceAdded: {
    props: z.object({ ...licence, slug: z.string(), lines: z.array(line).min(1) }),
    secrets: z.object(codes),
  },
  licenceModified: {
    props: z.object({
      ...licence,
      slug: z.string(),
      lines: z.array(line.extend({ changes: z.array(change) })).min(1),
    }),
    secrets: z.object({}),
  },
  licenceDiscontinued: {
    props: z.object({ ...licence, lines: z.array(line).min(1) }),
    secrets: z.object({}),
  },
  /** A registration key was redeemed, or a trial begun; with the activation codes of what has some. */
  registrationConfirmation: {
    props: z.object({ ...licence, slug: z.string(), loginName: z.string(), lines: z.array(line).min(1) }),
    secrets: z.object(codes),
  },
  /** Somebody who may has taken the second factor away. */
  twoFactorReset: {
    props: z.object({ companyName: z.string(), slug: z.string(), loginName: z.string(), by: z.string() }),
    secrets: z.object({}),
  },
} as const satisfies Record<string, { props: z.ZodObject; secrets: z.ZodObject }>

export type MailKind = keyof typeof MAIL_INPUT
export type MailProps<Kind extends MailKind> = z.output<(typeof MAIL_INPUT)[Kind]['props']>
export type MailSecrets<Kind extends MailKind> = z.output<(typeof MAIL_INPUT)[Kind]['secrets']>
export type MailLine = z.output<typeof line>

export const MAIL_KINDS = Object.keys(MAIL_INPUT) as MailKind[]
export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(MAIL_INPUT, kind)
