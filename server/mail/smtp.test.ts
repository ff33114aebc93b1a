import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setEnvironment } from '@/server/env'
import { drain } from '@/server/jobs/loop'
import { sendMails } from '@/server/jobs/mail'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { invitationIn, letMailsBeDue, mailRows, noMails, queue, TOKEN } from './testing'

let database: TestDatabase
let world: World
let running: SMTPServer | null = null
/** What has arrived, as it came over the wire. */
let arrived: { envelope: string; raw: string }[] = []

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())
beforeEach(async () => {
  arrived = []
  await noMails()
})
afterEach(async () => {
  setEnvironment({ MAIL_TRANSPORT: 'outbox' })
  await stop()
})

async function stop(): Promise<void> {
  const server = running
  running = null
  if (server) await new Promise<void>((resolve) => server.close(() => resolve()))
}

const use = (port: number, password = 'open-sesame') =>
  setEnvironment({
    MAIL_TRANSPORT: 'smtp',
    MAIL_FROM: 'Tierline <no-reply@licences.example>',
    SMTP_URL: `smtp://postman:${password}@127.0.0.1:${port}`,
    APP_URL: 'https://console.example',
  })

/** A mail server that keeps what it gets, unless told otherwise; mails go there from now on. */
async function mailServer(options: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'postman' && password === 'open-sesame'
        ? done(null, { user: username })
        : done(new Error('who are you?')),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map(({ address }) => address).join(' ')
        arrived.push({ envelope: `${from} > ${to}`, raw: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
    ...options,
  })
  running = server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  use(port)
  return port
}

const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

test('a queued mail arrives as people expect: who, to whom, about what, as text and as HTML, with its link', async () => {
  await mailServer()
  await queue(invitationIn(world))
  await drain()
  const [row] = await mailRows()
  expect(row).toMatchObject({ state: 'sent', attempts: 1, sealed: null, lastError: null })
  expect(arrived.map(({ envelope }) => envelope)).toEqual(['no-reply@licences.example > ada@example.org'])
  const raw = arrived[0]?.raw ?? ''
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m)
  const mail = await PostalMime.parse(raw)
  expect(mail).toMatchObject({
    from: { name: 'Tierline', address: 'no-reply@licences.example' },
    to: [{ name: 'Ada Byron', address: 'ada@example.org' }],
    subject: 'Votre compte chez Étoile',
    messageId: `<${row?.id}@console.example>`,
  })
  expect(Math.abs(Date.now() - new Date(mail.date ?? 0).getTime())).toBeLessThan(60_000)
  const link = `https://console.example/invitation/${TOKEN}`
  expect(mail.text).toContain(link)
  expect(mail.text).not.toMatch(/<[a-z]/)
  expect(mail.html).toContain(`href="${link}"`)
  expect(mail.attachments).toEqual([])
})

test('a name with line breaks and addresses adds no recipient and no header', async () => {
  await mailServer()
  await queue(invitationIn(world, { name: 'Ada"\r\nBcc: eve@example.org\r\nX: <eve@example.org>' }))
  await drain()
  expect(arrived[0]?.envelope).toBe('no-reply@licences.example > ada@example.org')
  const mail = await PostalMime.parse(arrived[0]?.raw ?? '')
  expect(mail.to?.map(({ address }) => address)).toEqual(['ada@example.org'])
  expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
})

test.each([
  ['at the recipient', 'RCPT'],
  ['after the whole mail', 'DATA'],
] as const)('an answer of 4xx %s means another time: the mail waits, and arrives once', async (_, at) => {
  const busy = { left: 1 }
  const once = (done: (error?: Error | null) => void) => {
    if (busy.left === 0) return false
    busy.left -= 1
    done(answer(451, 'greylisted, come back'))
    return true
  }
  const port = await mailServer(
    at === 'RCPT'
      ? { onRcptTo: (_to, _session, done) => void (once(done) || done()) }
      : { onData: (stream, _session, done) => stream.on('end', () => once(done)).resume() },
  )
  await queue(invitationIn(world))
  await sendMails()
  const [waits] = await mailRows()
  expect(waits).toMatchObject({ state: 'scheduled', attempts: 1, lastError: expect.stringContaining('greylisted') })
  expect(waits?.sealed).not.toBeNull()
  expect(waits?.dueAt.getTime()).toBeGreaterThan(Date.now() + 30_000)
  await sendMails()
  expect(arrived).toEqual([])
  if (at === 'DATA') {
    await stop()
    expect(await mailServer()).not.toBe(port)
  }
  await letMailsBeDue()
  await sendMails()
  expect(arrived).toHaveLength(1)
  expect((await mailRows())[0]).toMatchObject({ state: 'sent', attempts: 2, sealed: null, lastError: null })
})

test.each([
  ['at the recipient', { onRcptTo: (_to, _session, done) => done(answer(550, 'no such mailbox')) }],
  [
    'after the whole mail',
    { onData: (stream, _session, done) => stream.on('end', () => done(answer(554, 'no such mailbox'))).resume() },
  ],
] satisfies [string, SMTPServerOptions][])(
  'an answer of 5xx %s is final: the mail fails and says why',
  async (_, options) => {
    await mailServer(options)
    await queue(invitationIn(world))
    await sendMails()
    expect((await mailRows())[0]).toMatchObject({
      state: 'failed',
      attempts: 1,
      sealed: null,
      lastError: expect.stringContaining('no such mailbox'),
    })
    await letMailsBeDue()
    expect(await sendMails()).toBe('finished')
    expect((await mailRows())[0]?.attempts).toBe(1)
  },
)

test('one recipient that is refused keeps no other mail from arriving', async () => {
  await mailServer({
    onRcptTo: ({ address }, _session, done) => done(address.startsWith('gone') ? answer(550, 'gone') : null),
  })
  await queue(
    invitationIn(world, { address: 'gone@example.org' }),
    invitationIn(world, { address: 'one@example.org' }),
    invitationIn(world, { address: 'two@example.org' }),
  )
  await drain()
  expect((await mailRows()).map(({ address, state }) => `${address} ${state}`).toSorted()).toEqual([
    'gone@example.org failed',
    'one@example.org sent',
    'two@example.org sent',
  ])
  expect(arrived).toHaveLength(2)
})

test('no server there, or one that does not take the password: the mail waits until that is set right', async () => {
  const port = await mailServer()
  await stop()
  await queue(invitationIn(world))
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({ state: 'scheduled', attempts: 1 })
  use(await mailServer(), 'wrong')
  await letMailsBeDue()
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({
    state: 'scheduled',
    attempts: 2,
    lastError: expect.stringContaining('who are you?'),
  })
  await stop()
  expect(await mailServer()).not.toBe(port)
  await letMailsBeDue()
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({ state: 'sent', attempts: 3 })
})

/** Cuts every line to the server. */
const cut = () => {
  for (const connection of running?.connections ?? []) connection.close()
}

test('a line that breaks after the mail was handed over: nobody knows, so it is not sent again by itself', async () => {
  await mailServer({ onData: (stream) => stream.on('end', cut).resume() })
  await queue(invitationIn(world))
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({ state: 'unknown', attempts: 1, sealed: null })
  await letMailsBeDue()
  expect(await sendMails()).toBe('finished')
})

test('a line that breaks before that: it has not arrived, and waits', async () => {
  await mailServer({ onRcptTo: cut })
  await queue(invitationIn(world))
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({ state: 'scheduled', attempts: 1 })
})

test('a server that turns away whoever comes has not refused the mail', async () => {
  await mailServer({ onConnect: (_session, done) => done(answer(554, 'no service here')) })
  await queue(invitationIn(world))
  await sendMails()
  expect((await mailRows())[0]).toMatchObject({ state: 'scheduled', attempts: 1 })
})
