import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { Client, escapeIdentifier } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Prisma } from '@/prisma/generated/client'
import { env } from '@/server/env'
import { translated } from './constraint-errors'

/** How many copies run at once in this process; others wait. */
const AT_ONCE_MAX = 2
/** A reader who takes nothing for this long has left without saying so. */
const STALL_MS = 120_000

type Queue = { running: number; waiting: (() => void)[] }
const kept = globalThis as typeof globalThis & { tierlineCopies?: Queue }
const queue = (): Queue => {
  kept.tierlineCopies ??= { running: 0, waiting: [] }
  return kept.tierlineCopies
}

/** A place in the queue; the function gives it back. Whoever leaves while waiting never takes one. */
async function takePlace(signal: AbortSignal): Promise<() => void> {
  const places = queue()
  if (places.running >= AT_ONCE_MAX) {
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        places.waiting = places.waiting.filter((next) => next !== resolve)
        reject(signal.reason)
      }
      places.waiting.push(resolve)
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
    })
  } else places.running += 1
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    const next = places.waiting.shift()
    if (next) next()
    else places.running -= 1
  }
}

/** `COPY` takes no parameters: each value is a setting of the transaction, read where it stood. */
function withSettings({ strings, values }: Prisma.Sql): { text: string; settings: string[] } {
  const text = strings.reduce((sql, part, at) => `${sql}(select current_setting('copy.v${at - 1}'))${part}`)
  return { text, settings: values.map(asText) }
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `{${value.map((each) => `"${String(each).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
  throw new Error('COPY can carry texts, numbers, booleans and lists of them')
}

/**
 * What to copy. `texts`: names of the columns that people wrote; they are always quoted, so that where another separator is
 * usual none opens a cell inside of a text.
 */
export type Copied = { select: Prisma.Sql; texts: readonly string[] }

/**
 * Streams what `select` gives as lines of CSV, seen from the company at `scope`, on a connection of its own that ends with the
 * stream: also when its reader leaves (`signal`, or the stream destroyed) or takes nothing any more. Values in `select` need
 * casts; null cannot be one. Refuses with databaseGone.
 */
export async function copyOut(scope: string, { select, texts }: Copied, signal: AbortSignal): Promise<Readable> {
  const giveBack = await takePlace(signal)
  const socket = new Socket()
  const client = new Client({
    connectionString: env.DATABASE_URL,
    application_name: 'tierline export',
    stream: () => socket,
  })
  const hangUp = () => void socket.destroy()
  client.on('error', hangUp)
  socket.once('close', giveBack)
  socket.setTimeout(STALL_MS, hangUp)
  signal.addEventListener('abort', hangUp, { once: true })
  try {
    signal.throwIfAborted()
    const { text, settings } = withSettings(select)
    await translated(() => begin(client, scope, settings))
    const quoted = texts.length > 0 ? `, force_quote (${texts.map(escapeIdentifier).join(', ')})` : ''
    const lines = client.query(copyTo(`copy (${text}) to stdout (format csv${quoted})`))
    lines.on('error', hangUp)
    lines.once('end', () => void client.end())
    lines.once('close', () => void (lines.readableEnded || hangUp()))
    return lines
  } catch (error) {
    hangUp()
    giveBack()
    throw error
  }
}

async function begin(client: Client, scope: string, settings: readonly string[]): Promise<void> {
  await client.connect()
  await client.query('begin read only')
  await client.query(
    `select set_config('app.scope', $1, true), set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true)`,
    [scope],
  )
  await client.query(
    `select set_config('copy.v' || (n - 1), value, true) from unnest($1::text[]) with ordinality as v (value, n)`,
    [settings],
  )
}
