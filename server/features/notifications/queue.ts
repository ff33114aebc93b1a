import { MAIL_INPUT, type MailKind, type MailProps, type MailSecrets } from '@/emails/props'
import type { Tx } from '@/server/db/client'
import type { Locale } from '@/server/i18n/locales'
import { enqueue } from '@/server/jobs/queue'
import { mailBinding, seal } from '@/server/mail/vault'

type Recipient = {
  /** The company of the person it goes to. */
  scope: string
  accountId?: string
  /** One address; what could be several is refused by the database. */
  address: string
  name: string
  locale: Locale
  /** When it goes out; at once when left out. */
  dueAt?: Date
  /** Who caused it, as people read it. */
  createdBy?: string
}

/** A mail as a command asks for it: the kind decides what it is told. */
export type NewMail = {
  [Kind in MailKind]: Recipient & { kind: Kind; props: MailProps<Kind>; secrets?: MailSecrets<Kind> }
}[MailKind]

/** Rows of one insert; more would be too many parameters. */
const ROWS_MAX = 2000

function rowOf(mail: NewMail) {
  const { props, secrets } = MAIL_INPUT[mail.kind]
  const hidden = JSON.stringify(secrets.parse(mail.secrets ?? {}))
  return {
    scope: mail.scope,
    accountId: mail.accountId ?? null,
    kind: mail.kind,
    address: mail.address,
    name: mail.name,
    locale: mail.locale,
    props: props.parse(mail.props),
    sealed: hidden === '{}' ? null : seal('mail secrets', hidden, mailBinding(mail)),
    createdBy: mail.createdBy ?? '',
    ...(mail.dueAt ? { dueAt: mail.dueAt } : {}),
  }
}

/** Writes mails in the transaction of what they tell of, in one statement; the worker sends them once it has committed. */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(rowOf)
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await tx.mail.createMany({ data: rows.slice(from, from + ROWS_MAX) })
  const instants = new Map(mails.flatMap(({ dueAt }) => (dueAt ? [[dueAt.getTime(), dueAt]] : [])))
  // Without dedupe: one waiting row for all would make every transaction that mails wait for the one before.
  if (mails.some(({ dueAt }) => !dueAt)) await enqueue(tx, 'mail', {})
  for (const runAt of instants.values()) await enqueue(tx, 'mail', {}, { runAt })
}
