import { withClient } from '@/server/db/roles'
import { env } from '@/server/env'

/** Moves the console's day so many days from the real one: for everything that asks `app_now()`. The whole console lives in it. */
export async function letDaysPass(days: number): Promise<void> {
  const url = env.E2E_SUPERUSER_URL
  if (!url) throw new Error('E2E_SUPERUSER_URL says in which database the day is moved')
  await withClient(url, (client) =>
    client.query('insert into clock (days) values ($1) on conflict (only_one) do update set days = excluded.days', [
      days,
    ]),
  )
}
