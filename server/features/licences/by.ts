import type { Actor } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'

/** Who makes a change of licences, through what, and as what the administration log names it. */
export type By = {
  source: 'console' | 'api' | 'job'
  name: string
  companyName: string
  accountId: string | null
  action: Privilege
  /** What the transaction refers to: a registration key, an order of the partner's … */
  reference?: string
  /** False when whoever does it asked that nobody be told. */
  mail?: boolean
}

/** A person in the console. */
export const byActor = (actor: Actor, action: Privilege, rest: Pick<By, 'reference' | 'mail'> = {}): By => ({
  source: 'console',
  name: `${actor.firstName} ${actor.lastName}`,
  companyName: actor.companyName,
  accountId: actor.accountId,
  action,
  ...rest,
})

/** The days themselves: nobody did it. */
export const byJob = (action: Privilege): By => ({
  source: 'job',
  name: '',
  companyName: '',
  accountId: null,
  action,
})
