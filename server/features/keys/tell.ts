import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { type NewMail, queueMails } from '@/server/features/notifications/queue'
import type { Manager, Registered } from './registration'

type Told = { manager: Manager; actor: Actor; isNew: boolean; registered: Registered }

/** Queues what a registration tells the person: the confirmation, and the new account. */
export async function tellRegistered(tx: Tx, { manager, actor, isNew, registered }: Told): Promise<void> {
  const { companyName, slug, planName, units, startsOn, endsOn, awaitingSignIn, licences } = registered
  const { loginName, firstName, lastName } = actor
  const name = `${firstName} ${lastName}`
  const to = {
    ...{ scope: actor.scope, accountId: actor.accountId, address: actor.email, name, locale: actor.locale },
    createdBy: name,
  }
  const term = awaitingSignIn ? {} : { startsOn, endsOn }
  const lines = licences.map(({ productName }) => ({ product: productName, plan: planName, units, ...term }))
  const confirmation: NewMail = {
    ...to,
    kind: 'registrationConfirmation',
    props: { companyName, managedBy: manager.name, slug, loginName, lines },
    secrets: { codes: licences.map(({ activationCode }) => activationCode ?? '') },
  }
  const account: NewMail = {
    ...to,
    kind: 'accountCreated',
    props: { companyName, slug, loginName, createdBy: name },
    secrets: {},
  }
  await queueMails(tx, isNew ? [account, confirmation] : [confirmation])
}
