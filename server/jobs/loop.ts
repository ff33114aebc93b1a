import { Client } from 'pg'
import { env } from '@/server/env'
import { JOBS, type JobHandler } from './kinds'
import { again, claim, finish, type Job, LEASE_SECONDS, nextDueSeconds, prolong, retryLater } from './queue'
import { ensureSchedule } from './schedule'

const IDLE_SECONDS = 15

/** Prolongs the lease of a job until it is let go; then nothing of it is under way any more. */
function keepLease(job: Job): () => Promise<void> {
  let prolonged: Promise<unknown> = Promise.resolve()
  const beat = setInterval(
    () => {
      prolonged = prolonged.then(() => prolong(job)).catch(() => undefined)
    },
    (LEASE_SECONDS / 3) * 1000,
  )
  return async () => {
    clearInterval(beat)
    await prolonged
  }
}

/**
 * Runs one job to its end, its next step, or its next attempt. Its lease is let go before that is written: prolonged a moment later, a job
 * that is due again would wait for the end of a lease that nobody holds.
 */
export async function runJob(job: Job): Promise<void> {
  const handler: JobHandler | undefined = JOBS[job.kind as keyof typeof JOBS]
  const letGo = keepLease(job)
  try {
    if (!handler) throw new Error(`no handler for job kind ${job.kind}`)
    const outcome = await handler.run(job.payload)
    await letGo()
    if (outcome === 'finished') await finish(job)
    else await again(job, outcome.againAfterSeconds)
  } catch (error) {
    await letGo()
    console.error(`job ${job.id} ${job.kind}`, error)
    if (await retryLater(job, error)) await handler?.onGivenUp?.(job.payload, error)
  }
}

/** Runs everything that is due and then returns: for tests and for one-off commands. Answers how many steps ran. */
export async function drain(stepsMax = 10_000): Promise<number> {
  let steps = 0
  for (let job = await claim(); job && steps < stepsMax; job = await claim()) {
    await runJob(job)
    steps += 1
  }
  return steps
}

/** Wakes sleepers when a job arrives (NOTIFY), when one falls due, or after a while; survives the database going away. */
class Alarm {
  private wake: () => void = () => undefined
  private listener: Client | null = null

  async listen(): Promise<void> {
    if (this.listener) return
    const listener = new Client({ connectionString: env.DATABASE_URL, application_name: 'tierline-worker' })
    listener.on('error', () => {
      this.listener = null
    })
    listener.on('end', () => {
      this.listener = null
    })
    listener.on('notification', () => this.ring())
    await listener.connect()
    await listener.query('listen tierline_job')
    this.listener = listener
  }

  ring(): void {
    this.wake()
  }

  async sleep(seconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      this.wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async close(): Promise<void> {
    await this.listener?.end().catch(() => undefined)
    this.listener = null
  }
}

/** The worker: takes jobs one after another until `signal` is aborted; a running step is finished first. */
export async function workUntil(signal: AbortSignal): Promise<void> {
  const alarm = new Alarm()
  signal.addEventListener('abort', () => alarm.ring())
  let isScheduled = false
  while (!signal.aborted) {
    try {
      if (!isScheduled) await ensureSchedule()
      isScheduled = true
      await alarm.listen()
      const job = await claim()
      if (job) {
        await runJob(job)
        continue
      }
      const due = await nextDueSeconds()
      if (!signal.aborted) await alarm.sleep(Math.min(Math.max(due ?? IDLE_SECONDS, 0.05), IDLE_SECONDS))
    } catch (error) {
      console.error('worker: waiting for the database', error instanceof Error ? error.message : error)
      if (!signal.aborted) await alarm.sleep(2)
    }
  }
  await alarm.close()
}
