import type { Prisma } from '@/prisma/generated/client'
import { foldTally } from './fold-tally'
import { licenceActivate, licenceDays } from './licence-days'
import { sendMails } from './mail'
import { passwordLink } from './password-link'
import { ensureSchedule } from './schedule'
import { failOperation, stepOperation } from './step'

/** What a handler answers: finished, or due again (after some seconds) for its next step. */
export type Outcome = 'finished' | { againAfterSeconds: number }

export type JobHandler = {
  run: (payload: Prisma.JsonObject) => Promise<Outcome>
  /** Called once when a job is given up after its last attempt. */
  onGivenUp?: (payload: Prisma.JsonObject, error: unknown) => Promise<void>
}

/** Every kind of job. A job carries ids only; what is to be done stands in a row that people can see. */
export const JOBS = {
  operation: { run: stepOperation, onGivenUp: failOperation },
  mail: { run: sendMails },
  licenceActivate: { run: licenceActivate },
  licenceDays: { run: licenceDays, onGivenUp: () => ensureSchedule(new Date(Date.now() + 3_600_000)) },
  foldTally: { run: foldTally, onGivenUp: () => ensureSchedule(new Date(Date.now() + 3_600_000)) },
  passwordLink: { run: passwordLink },
} as const satisfies Record<string, JobHandler>

export type JobKind = keyof typeof JOBS
