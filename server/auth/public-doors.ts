import { client } from '@/server/db/client'
import { translated } from '@/server/db/constraint-errors'

/** Where something lies that a stranger may reach: its id and the path of the company whose it is. */
export type Door = { id: string; scope: string }

/** Where the key with this hash lies; null when there is none. Only who knows the key can name its hash. */
export const keyDoor = (lookup: Uint8Array): Promise<Door | null> =>
  first(client().$queryRaw<Door[]>`select id, scope from key_found(${new Uint8Array(lookup)}::bytea)`)

/** Whose the trial form of a plan is; null when the plan has none. */
export const trialDoor = (planId: string): Promise<Door | null> =>
  first(client().$queryRaw<Door[]>`select id, scope from trial_form_of(${planId}::uuid)`)

const first = async (rows: PromiseLike<Door[]>): Promise<Door | null> => (await translated(async () => rows))[0] ?? null
