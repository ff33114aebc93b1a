import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setEnvironment } from '@/server/env'
import { drain } from '@/server/jobs/loop'
import { ATTEMPTS_MAX, sendMails } from '@/server/jobs/mail'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { invitationIn, letMailsBeDue, mailRows, noMails, queue, TOKEN } from './testing'

let database: TestDatabase
let world: World
let server: Server
/** What the service was asked. */
let asked: { path: string; key: unknown; authorization: unknown; body: Record<string, unknown> }[] = []
/** What it answers, one after another; then 200. 0: it hangs up. */
let answers: number[] = []

async function serve(request: IncomingMessage): Promise<number> {
  const { 'idempotency-key': key, authorization } = request.headers
  asked.push({ path: `${request.method} ${request.url}`, key, authorization, body: JSON.parse(await text(request)) })
  return answers.shift() ?? 200
}

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  server = createServer((request, response) => {
    void serve(request).then((status) => {
      if (status === 0) return request.socket.destroy()
      response.writeHead(status, { 'content-type': 'application/json' })
      const refused = { name: 'refused_so', message: `the service says ${status}`, statusCode: status }
      return response.end(JSON.stringify(status === 200 ? { id: 'x' } : refused))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await database.drop()
})
beforeEach(async () => {
  asked = []
  answers = []
  await noMails()
  const { port } = server.address() as AddressInfo
  setEnvironment({
    MAIL_TRANSPORT: 'resend',
    MAIL_FROM: 'Tierline <no-reply@licences.example>',
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: `http://127.0.0.1:${port}`,
    APP_URL: 'https://console.example',
  })
})
afterEach(() => setEnvironment({ MAIL_TRANSPORT: 'outbox' }))

test('a queued mail is handed over once, with the key of the service and its own as the idempotency key', async () => {
  await queue(invitationIn(world))
  await drain()
  const [row] = await mailRows()
  expect(row).toMatchObject({ state: 'sent', attempts: 1, sealed: null })
  expect(asked).toMatchObject([
    {
      path: 'POST /emails',
      key: row?.id,
      authorization: 'Bearer re_test',
      body: {
        from: 'Tierline <no-reply@licences.example>',
        to: '"Ada Byron" <ada@example.org>',
        subject: 'Votre compte chez Étoile',
        text: expect.stringContaining(`https://console.example/invitation/${TOKEN}`),
        html: expect.stringContaining(`href="https://console.example/invitation/${TOKEN}"`),
      },
    },
  ])
})

test('a name with line breaks and addresses adds nobody', async () => {
  await queue(invitationIn(world, { name: 'Ada", eve@example.org\r\nBcc: <eve@example.org>' }))
  await drain()
  expect(asked[0]?.body.to).toMatch(/^"[^"\r\n<>]*" <ada@example\.org>$/)
})

test.each([429, 500, 503, 0])(
  'an answer of %i means another time: it is asked again later, under the same key',
  async (status) => {
    answers = [status]
    await queue(invitationIn(world))
    await sendMails()
    const [waits] = await mailRows()
    expect(waits).toMatchObject({ state: 'scheduled', attempts: 1, lastError: expect.stringMatching(/./) })
    expect(waits?.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000)
    // It is our own outbox that tries again: not the client behind our back.
    expect(asked).toHaveLength(1)
    await sendMails()
    expect(asked).toHaveLength(1)
    await letMailsBeDue()
    await sendMails()
    expect(asked.map(({ key }) => key)).toEqual([waits?.id, waits?.id])
    expect((await mailRows())[0]).toMatchObject({ state: 'sent', attempts: 2, sealed: null })
  },
)

test.each([401, 403, 422])('an answer of %i is final: the mail fails and says why', async (status) => {
  answers = [status]
  await queue(invitationIn(world))
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({
    state: 'failed',
    attempts: 1,
    sealed: null,
    lastError: expect.stringContaining(`the service says ${status}`),
  })
  await letMailsBeDue()
  await sendMails()
  expect(asked).toHaveLength(1)
})

test('a service that stays busy is not asked for ever', async () => {
  answers = Array(20).fill(429)
  await queue(invitationIn(world))
  for (let attempt = 0; attempt < ATTEMPTS_MAX + 2; attempt += 1) {
    await letMailsBeDue()
    await sendMails()
  }
  expect(asked).toHaveLength(ATTEMPTS_MAX)
  expect((await mailRows())[0]).toMatchObject({ state: 'failed', attempts: ATTEMPTS_MAX, sealed: null })
})
