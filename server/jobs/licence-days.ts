import type { Prisma } from '@/prisma/generated/client'
import { asSystem } from '@/server/db/system'
import { activateWaiting, doDuty } from '@/server/features/licences/daily'
import { channelOf } from '@/server/lib/scope'

/** Subscriptions counted again by one statement. */
const ROLL = 2000
/** Terms that one run catches up with at most, should it not have run for long. */
const TERMS_MAX = 70
const HOUR = 3600

/**
 * What days do to licences, wherever it has become another day since the last hour: terms with auto-renewal are renewed, products
 * at their end of life end theirs, and figures that depend on the day are counted again. Renewal goes first, so that no unit is
 * given back in between. However often and however many at once it runs, it does the same.
 */
export async function passLicenceDays(): Promise<void> {
  const channels = await asSystem((tx) =>
    tx.company.findMany({ where: { parentScope: null }, select: { scope: true }, orderBy: { scope: 'asc' } }),
  )
  for (const { scope } of channels) {
    await doDuty(scope, 'retire')
    for (let terms = 0; terms < TERMS_MAX && (await doDuty(scope, 'renew')) > 0; terms += 1);
  }
  while ((await roll()) === ROLL);
}

const roll = (): Promise<number> =>
  asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ rolled: number }[]>`select roll_licences(${ROLL}::int) as rolled`
    return row?.rolled ?? 0
  })

/** The job of every hour: days begin in every time zone. */
export async function licenceDays(): Promise<{ againAfterSeconds: number }> {
  await passLicenceDays()
  return { againAfterSeconds: HOUR - ((Date.now() / 1000) % HOUR) + 1 }
}

/** The job of a customer's first sign-in. */
export async function licenceActivate({ scope }: Prisma.JsonObject): Promise<'finished'> {
  const customer = String(scope)
  await activateWaiting(`${channelOf(customer)}.`, customer)
  return 'finished'
}
