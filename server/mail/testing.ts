import { asSystem } from '@/server/db/system'
import { type NewMail, queueMails } from '@/server/features/notifications/queue'
import type { World } from '@/server/testing/world'

/** The one-time part of the link in the mail below. */
export const TOKEN = 'q8Zr-only-once-7wXk2'

/** A mail with a secret, to somebody with a name outside ASCII. */
export const invitationIn = (
  world: World,
  change: Partial<{ address: string; name: string; dueAt: Date }> = {},
): NewMail => ({
  scope: world.one.msp.scope,
  kind: 'accountCreated',
  address: 'ada@example.org',
  name: 'Ada Byron',
  locale: 'fr',
  props: { companyName: 'Étoile', slug: 'etoile', loginName: 'ada-byron', createdBy: '' },
  secrets: { token: TOKEN },
  ...change,
})

export const queue = (...mails: NewMail[]) => asSystem((tx) => queueMails(tx, mails))

export const mailRows = () => asSystem((tx) => tx.mail.findMany({ orderBy: { id: 'asc' } }))

export async function noMails(): Promise<void> {
  await asSystem((tx) => tx.$executeRaw`delete from mail`)
  await asSystem((tx) => tx.$executeRaw`delete from job`)
}

/** Lets the time pass after which mails that wait are tried again. */
export const letMailsBeDue = () =>
  asSystem((tx) => tx.$executeRaw`update mail set due_at = now() where state = 'scheduled'`)
