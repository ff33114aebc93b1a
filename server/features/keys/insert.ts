import type { Tx } from '@/server/db/client'
import { LOOKUP_BYTES, type MadeKeys, makeKeys, SEALED_BYTES } from './vault'

/** What all keys of one generation share. `scope`: the company's whose keys they are. */
export type Lot = {
  scope: string
  planScope: string
  planId: string
  units: number
  redemptions: number
  expiresOn: string | null
  batch: string
  createdBy: string
}

/** Keys of one statement: while the database writes some, nothing else waits for much. */
const CHUNK = 5_000

/** Makes so many keys and writes them, thousands in a statement; gives their sixteen characters in order. */
export async function insertKeys(tx: Tx, lot: Lot, count: number): Promise<string[]> {
  const bodies: string[] = []
  for (let left = count; left > 0; left -= CHUNK) {
    const made = makeKeys(Math.min(left, CHUNK))
    await insertMade(tx, lot, made)
    bodies.push(...made.bodies)
  }
  return bodies
}

async function insertMade(tx: Tx, lot: Lot, { bodies, lookups, sealed, lastFours }: MadeKeys): Promise<void> {
  await tx.$executeRaw`
    insert into registration_key (scope, plan_scope, plan_id, lookup, sealed, last_four, units, redemptions, expires_on, batch, created_by)
    select ${lot.scope}, ${lot.planScope}, ${lot.planId}::uuid,
      substr(made.lookups, at * ${LOOKUP_BYTES}::int + 1, ${LOOKUP_BYTES}::int),
      substr(made.sealed, at * ${SEALED_BYTES}::int + 1, ${SEALED_BYTES}::int),
      encode(substr(made.last_fours, at * 4 + 1, 4), 'escape'),
      ${lot.units}, ${lot.redemptions}, ${lot.expiresOn}::date, ${lot.batch}, ${lot.createdBy}
    from (select ${bytes(lookups)}::bytea as lookups, ${bytes(sealed)}::bytea as sealed, ${bytes(lastFours)}::bytea as last_fours) made,
      generate_series(0, ${bodies.length}::int - 1) at`
}

/** As the client takes bytes: an array of its own, not a view into a pool. */
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer)
