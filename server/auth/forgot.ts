import { client } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { queueMails } from '@/server/features/notifications/queue'
import { enqueue } from '@/server/jobs/queue'
import { actorOfAccount } from './account-actor'
import { issueLink } from './links'
import { accountKey } from './sign-in'
import { countAsked, countStranger } from './throttle'

type Named = { slug: string; loginName: string }

/**
 * Somebody has forgotten a password. Whether there is such an account shows neither in the answer nor in the work done here:
 * the name is looked up by the worker. Refuses with signInLocked, for known and unknown names alike.
 */
export async function askForLink(named: Named, address: string): Promise<void> {
  await countStranger('forgot', address)
  await countAsked(await accountKey(named))
  await asSystem((tx) => enqueue(tx, 'passwordLink', { ...named }))
}

/** Sends the link to whoever has the name and may sign in; to nobody else. */
export async function sendLink({ slug, loginName }: Named): Promise<void> {
  const [found] = await client().$queryRaw<{ account_id: string; scope: string; can_sign_in: boolean }[]>`
    select * from accounts_named(${slug}, ${loginName})`
  if (!found?.can_sign_in) return
  await asSystem(async (tx) => {
    const person = await actorOfAccount(tx, found.account_id)
    if (!person) return
    const token = await issueLink(tx, { id: person.accountId, scope: person.scope }, 'passwordReset')
    await queueMails(tx, [
      {
        kind: 'passwordReset',
        scope: person.scope,
        accountId: person.accountId,
        address: person.email,
        name: `${person.firstName} ${person.lastName}`,
        locale: person.locale,
        props: { companyName: person.companyName, loginName: person.loginName, by: '' },
        secrets: { token },
      },
    ])
  })
}
