import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar day at the edges of the program: YYYY-MM-DD. */
export const day = z.iso.date('day')

/** The day of a `date` column as the database client gives it (midnight UTC). */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** A day as the database client takes it for a `date` column. */
export const dateOf = (value: string): Date => new Date(`${value}T00:00:00Z`)

/** Today in a time zone, as YYYY-MM-DD. */
export const todayIn = (timeZone: string, now = Temporal.Now.instant()): string =>
  now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
