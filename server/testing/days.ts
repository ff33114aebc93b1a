import { sql, type TestDatabase } from './database'

/** Moves the database's clock so many days from the real day: for everything that asks `app_now()`. */
export const letDaysPass = (database: Pick<TestDatabase, 'superuserUrl'>, days: number): Promise<unknown> =>
  sql(
    database.superuserUrl,
    'insert into clock (days) values ($1) on conflict (only_one) do update set days = excluded.days',
    [days],
  )
