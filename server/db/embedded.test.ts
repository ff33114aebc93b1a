import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sql } from '@/server/testing/database'
import { type Embedded, startEmbedded } from './embedded'
import { isPostmaster } from './embedded-postmaster'

// Whole servers are made here: on a busy machine each takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let place: string
let started: Embedded[]
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'tierline-embedded-'))
  chmodSync(place, 0o711)
  started = []
})
afterEach(async () => {
  for (const server of started) await server.stop()
  rmSync(place, { recursive: true, force: true })
})

async function start(port?: number): Promise<Embedded> {
  const server = await startEmbedded({ dataDir: join(place, 'data'), fsync: false, port: port ?? 0 })
  started.push(server)
  return server
}

test('two starts at once give one server, and the last who leaves stops it', async () => {
  const [one, two] = await Promise.all([start(), start()])
  expect(two.pid).toBe(one.pid)
  await one.stop()
  expect(await sql(two.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  await two.stop()
  expect(isPostmaster(one.pid)).toBe(false)
  expect(readdirSync(place)).toEqual(['data'])
})

test('what was committed is there after a stop and a start', async () => {
  const first = await start()
  await sql(first.ownerUrl, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await start()
  expect(await sql(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('a server that was killed is started again; its pid file does not stand in the way', async () => {
  const first = await start()
  await sql(first.ownerUrl, 'create table kept as select 42 as answer')
  process.kill(first.pid, 'SIGKILL')
  await expect.poll(() => isPostmaster(first.pid), { timeout: 60_000 }).toBe(false)
  const second = await start()
  expect(second.pid).not.toBe(first.pid)
  expect(await sql(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('the server of a supervisor that was killed is found and used', async () => {
  const script = `import { startEmbedded } from '@/server/db/embedded'
startEmbedded({ dataDir: process.argv[1], fsync: false, port: 0 }).then(({ pid }) => { console.log(pid); setInterval(() => 0, 1000) })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, join(place, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const server = await start()
  expect(server.pid).toBe(Number(String(line)))
  await server.stop()
  expect(isPostmaster(server.pid)).toBe(false)
})

test('a taken port is stepped over', async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const address = stranger.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const server = await start(taken)
  expect(server.port).not.toBe(taken)
  stranger.close()
})

test('what an interrupted first start left is removed', async () => {
  const draft = join(place, 'data.init-999999999')
  mkdirSync(draft)
  writeFileSync(join(draft, 'PG_VERSION'), '18')
  await start()
  expect(existsSync(draft)).toBe(false)
})

test('data of another PostgreSQL is left alone, with a sentence', async () => {
  mkdirSync(join(place, 'data'))
  writeFileSync(join(place, 'data', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17/)
})
