import { DEMO_PASSWORD } from '@/server/auth/demo'
import { hashPassword } from '@/server/auth/password'
import type { Tx } from '@/server/db/client'
import { insertRows } from './insert'
import { account, company } from './invent'
import { randomOf } from './random'
import { regionOf } from './regions'

export const EMPTY_SLUG = 'first'
export const EMPTY_LOGIN = 'administrator'

/** One distributor with one administrator: where a new installation begins. */
export async function seedEmpty(tx: Tx, now: Date): Promise<number> {
  const random = randomOf('empty')
  const region = regionOf('GB')
  const of = company(
    random,
    null,
    { kind: 'distributor', name: 'My Distribution', slug: EMPTY_SLUG, createdAt: now },
    { region, place: random.pick(region.places) },
  )
  await insertRows(tx, 'company', [of])
  await insertRows(tx, 'account', [
    account(random, of, region, {
      loginName: EMPTY_LOGIN,
      role: 'administrator',
      passwordHash: await hashPassword(DEMO_PASSWORD),
    }),
  ])
  return 1
}
