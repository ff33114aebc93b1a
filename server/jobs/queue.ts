import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import type { JobKind } from './kinds'

/** A job as the worker holds it: a nudge with ids, never data. */
export type Job = { id: bigint; kind: string; payload: Prisma.JsonObject; attempts: number }

/** Seconds for which a claimed job belongs to its worker; prolonged while it runs, so a killed worker's job is free this soon. */
export const LEASE_SECONDS = 10
const ATTEMPTS_MAX = 8

/**
 * Adds a job in the transaction that needs it; the worker hears of it at commit. A job with the same `dedupe` that still
 * waits makes this one superfluous.
 */
export async function enqueue(
  tx: Tx,
  kind: JobKind,
  payload: Prisma.InputJsonObject,
  { runAt, dedupe }: { runAt?: Date; dedupe?: string } = {},
): Promise<void> {
  await tx.$executeRaw`
    insert into job (kind, payload, run_at, dedupe)
    values (${kind}, ${JSON.stringify(payload)}::jsonb, coalesce(${runAt ?? null}::timestamptz, now()), ${dedupe ?? null})
    on conflict do nothing`
}

/** Takes the next due job, or null. */
export async function claim(): Promise<Job | null> {
  return asSystem(async (tx) => {
    const [job] = await tx.$queryRaw<Job[]>`
      update job set locked_until = now() + make_interval(secs => ${LEASE_SECONDS}), attempts = attempts + 1
      where id = (select id from job where run_at <= now() and (locked_until is null or locked_until < now())
        order by run_at, id for update skip locked limit 1)
      returning id, kind, payload, attempts`
    return job ?? null
  })
}

/** Seconds until the next job is due, or null when none waits. */
export async function nextDueSeconds(): Promise<number | null> {
  return asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
      select extract(epoch from min(greatest(run_at, coalesce(locked_until, run_at))) - now())::float8 as seconds from job`
    return row?.seconds ?? null
  })
}

/** Prolongs the lease of a running job. */
export const prolong = (job: Job): Promise<unknown> =>
  asSystem(
    (tx) =>
      tx.$executeRaw`update job set locked_until = now() + make_interval(secs => ${LEASE_SECONDS}) where id = ${job.id}`,
  )

/** Removes a finished job. */
export const finish = (job: Job): Promise<unknown> =>
  asSystem((tx) => tx.$executeRaw`delete from job where id = ${job.id}`)

/** Makes a job due again: its work has a next step. */
export const again = (job: Job, seconds = 0): Promise<unknown> =>
  asSystem(
    (tx) => tx.$executeRaw`update job set locked_until = null, attempts = 0,
      run_at = now() + make_interval(secs => ${seconds}) where id = ${job.id}`,
  )

/** After a failure: tries again later (1, 2, 4 … seconds), or gives up after eight attempts. Answers whether it gave up. */
export async function retryLater(job: Job, error: unknown): Promise<boolean> {
  const message = error instanceof Error ? error.message : String(error)
  if (job.attempts >= ATTEMPTS_MAX) {
    await finish(job)
    return true
  }
  await asSystem(
    (tx) => tx.$executeRaw`update job set locked_until = null, last_error = ${message.slice(0, 2000)},
      run_at = now() + make_interval(secs => ${2 ** (job.attempts - 1)}) where id = ${job.id}`,
  )
  return false
}

/** How many jobs wait; for health. */
export async function waiting(): Promise<number> {
  return asSystem((tx) => tx.job.count())
}
