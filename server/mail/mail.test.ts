import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { MAIL_KINDS } from '@/emails/props'
import { SAMPLES } from '@/emails/samples'
import { asSystem } from '@/server/db/system'
import { setEnvironment } from '@/server/env'
import { queueMails } from '@/server/features/notifications/queue'
import { LOCALES } from '@/server/i18n/locales'
import { drain } from '@/server/jobs/loop'
import { sendMails } from '@/server/jobs/mail'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { outboxDirectory } from './deliver'
import { renderKept, renderMail } from './render'
import { invitationIn, mailRows, noMails, queue, TOKEN } from './testing'
import { mailBinding, seal, unseal } from './vault'

let database: TestDatabase
let world: World
let state: string

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())
beforeEach(async () => {
  state = mkdtempSync(join(tmpdir(), 'tierline-mail-'))
  setEnvironment({ TIERLINE_STATE_DIR: state, MAIL_TRANSPORT: 'outbox', APP_URL: 'https://console.example' })
  await noMails()
})
afterEach(() => {
  setEnvironment({ MAIL_TRANSPORT: 'outbox' })
  rmSync(state, { recursive: true, force: true })
})

const invitation = (change: Parameters<typeof invitationIn>[1] = {}) => invitationIn(world, change)
const inOutbox = () => readdirSync(outboxDirectory()).map((file) => readFileSync(join(outboxDirectory(), file), 'utf8'))
const dumpOf = async (table: string) => {
  const found = await sql<{ row: string }>(database.superuserUrl, `select r::text as row from ${table} r`)
  return found.map(({ row }) => row).join('\n')
}

describe('rendering', () => {
  test.each(MAIL_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    '$kind in $locale: every word is there, and links lead to the configured origin only',
    async ({ kind, locale }) => {
      const mail = await renderMail({ kind, locale, name: 'Ada Byron', ...SAMPLES[kind] })
      const words = `${mail.subject}\n${mail.text}`
      expect(mail.subject).not.toBe('')
      expect(words).not.toMatch(/\bmail\.[a-zA-Z]+|undefined|\[object/)
      const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
      for (const href of links) expect(new URL(href).origin).toBe('https://console.example')
      expect(mail.html).toContain(`lang="${locale}"`)
    },
  )

  test('what people typed stays text', async () => {
    const props = { companyName: '<img src=x onerror=alert(1)>', slug: 'x', loginName: 'ada-byron', createdBy: '' }
    const { html } = await renderMail({ kind: 'accountCreated', locale: 'en', name: '<b>', props, secrets: {} })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img')
  })

  test('what is kept of a mail holds none of its secrets', async () => {
    const row = { kind: 'accountCreated', locale: 'en', name: '', ...SAMPLES.accountCreated } as const
    const [sent, kept] = [await renderMail(row), await renderKept(row)]
    expect(sent.html + sent.text).toContain('sample-token')
    expect(kept.html + kept.text).not.toContain('sample-token')
  })
})

describe('secrets', () => {
  test('of a waiting mail lie sealed in its row, and are forgotten once it is sent; the mail itself holds them', async () => {
    await queue(invitation())
    expect((await mailRows())[0]?.sealed).not.toBeNull()
    expect(await dumpOf('mail')).not.toContain(TOKEN)
    expect(await dumpOf('job')).not.toContain(TOKEN)
    await drain()
    const [sent] = await mailRows()
    expect(sent).toMatchObject({ state: 'sent', sealed: null, attempts: 1 })
    expect(await dumpOf('mail')).not.toContain(TOKEN)
    const mail = await PostalMime.parse(inOutbox()[0] ?? '')
    expect(mail).toMatchObject({
      subject: 'Votre compte chez Étoile',
      to: [{ address: 'ada@example.org', name: 'Ada Byron' }],
    })
    expect(mail.html).toContain(`https://console.example/invitation/${TOKEN}`)
  })

  test('a search of the whole row finds what is not sealed', async () => {
    await queue(invitation())
    await asSystem((tx) => tx.mail.updateMany({ data: { props: { token: TOKEN } } }))
    expect(await dumpOf('mail')).toContain(TOKEN)
  })

  test('open only for the kind and the address they were sealed for', () => {
    const mail = { kind: 'passwordReset', address: 'ada@example.org' }
    const sealed = seal('mail secrets', TOKEN, mailBinding(mail))
    expect(unseal('mail secrets', sealed, mailBinding(mail))).toBe(TOKEN)
    expect(() => unseal('mail secrets', sealed, mailBinding({ ...mail, address: 'eve@example.org' }))).toThrow()
    expect(() => unseal('two-factor secret', sealed, mailBinding(mail))).toThrow()
  })
})

describe('recipients', () => {
  test.each([
    'a@example.org,b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'Ada <a@example.org>',
    'a@example.org;b@c.org',
  ])('the database refuses %j', async (address) => {
    await expect(queue(invitation({ address }))).rejects.toThrow()
    expect(await mailRows()).toEqual([])
  })

  test('a name with line breaks and addresses adds nobody', async () => {
    await queue(invitation({ name: 'Ada"\r\nBcc: eve@example.org\r\nX: <eve@example.org>' }))
    await drain()
    const mail = await PostalMime.parse(inOutbox()[0] ?? '')
    expect(mail.to?.map(({ address }) => address)).toEqual(['ada@example.org'])
    expect(mail.bcc ?? []).toEqual([])
  })
})

describe('sending', () => {
  test('a change that is rolled back sends nothing', async () => {
    const undone = asSystem(async (tx) => {
      await queueMails(tx, [invitation()])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await drain()
    expect(await mailRows()).toEqual([])
  })

  test('several workers at once send each mail once', async () => {
    await queue(...Array.from({ length: 60 }, (_, i) => invitation({ address: `p${i}@example.org` })))
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        while ((await sendMails()) !== 'finished');
      }),
    )
    expect(inOutbox()).toHaveLength(60)
    expect((await mailRows()).map(({ state: at, attempts }) => `${at} ${attempts}`)).toEqual(Array(60).fill('sent 1'))
  })

  test('a mail that is not due waits', async () => {
    await queue(invitation({ dueAt: new Date(Date.now() + 3_600_000) }))
    await drain()
    expect((await mailRows())[0]).toMatchObject({ state: 'scheduled', attempts: 0 })
  })

  test('a mail whose worker died is sent again where the transport knows it, and left to a person over SMTP', async () => {
    for (const [kind, then] of [
      ['outbox', 'sent'],
      ['smtp', 'unknown'],
    ] as const) {
      await asSystem((tx) => tx.$executeRaw`delete from mail`)
      setEnvironment({ MAIL_TRANSPORT: kind })
      await queue(invitation())
      await asSystem((tx) => tx.$executeRaw`update mail set state = 'sending', claimed_at = now() - interval '1 hour'`)
      await sendMails()
      expect((await mailRows())[0]?.state).toBe(then)
    }
  })
})
