import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { asSystem } from '@/server/db/system'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { JOBS } from './kinds'
import { runJob } from './loop'
import type * as Queue from './queue'

/** The lease is prolonged only when this opens: a database that is slow just then. */
const slow = vi.hoisted(() => ({
  open: () => undefined as unknown,
  gate: Promise.resolve() as Promise<unknown>,
  asked: 0,
}))
vi.mock('./queue', async (original) => {
  const queue = await original<typeof Queue>()
  return {
    ...queue,
    prolong: async (job: Queue.Job) => {
      slow.asked += 1
      await slow.gate
      return queue.prolong(job)
    },
  }
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('a job that is due again is free at once, though its lease was just being prolonged', async () => {
  const { claim, enqueue } = await import('./queue')
  await asSystem((tx) => enqueue(tx, 'passwordLink', {}))
  const job = await claim()
  if (!job) throw new Error('no job is due')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  slow.gate = new Promise((resolve) => {
    slow.open = () => resolve(undefined)
  })
  vi.spyOn(JOBS.passwordLink, 'run').mockImplementation(async () => {
    await vi.advanceTimersByTimeAsync(4_000)
    return { againAfterSeconds: 0 } as never
  })
  const ran = runJob(job)
  await vi.waitFor(() => expect(slow.asked).toBe(1))
  // Time enough for a loop that does not wait to write that the job is due.
  for (let turns = 0; turns < 10; turns++) {
    await asSystem((tx) => tx.job.count())
    await turn()
  }
  slow.open()
  await ran
  await asSystem((tx) => tx.job.count())
  expect(await claim()).toMatchObject({ id: job.id, attempts: 1 })
})
