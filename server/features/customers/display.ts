import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { keepSetting } from '@/server/features/views/commands'
import type { DisplaySetting } from './list-options'

/** Keeps for the account which customers of the `lmp` portal its list shows. */
export async function saveDisplay(tx: Tx, actor: Actor, { display }: { display: DisplaySetting }): Promise<void> {
  await keepSetting(tx, actor, 'customers.display', display)
  await record(tx, actor, {
    scope: actor.scope,
    action: 'customer.displaySettings',
    targetType: 'account',
    targetId: actor.accountId,
    targetName: `${actor.firstName} ${actor.lastName}`,
    after: { display },
  })
}
