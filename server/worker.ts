import { disconnect } from '@/server/db/client'
import { refuseToServeAsOwner } from '@/server/db/start-check'
import { workUntil } from '@/server/jobs/loop'

// The worker's entry: long work, one step after another. SIGTERM and Ctrl-C let the running step finish.
const stop = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort())

// Started by npm: leave with the parent, whose own end npm does not pass on.
const parent = process.ppid
const watch = setInterval(() => process.ppid !== parent && stop.abort(), 1000)

await refuseToServeAsOwner()
await workUntil(stop.signal)
clearInterval(watch)
await disconnect()
