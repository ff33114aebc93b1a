import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '@/server/env'
import type { RenderedMail } from './render'

/** A mail ready to go: `id` is its row's, by which a transport knows that it has it already. */
export type OutgoingMail = RenderedMail & { id: string; address: string; name: string }

/** What became of it: `refused` for good, `later` after some time, `unknown` when nobody can say whether it arrived. */
export type Delivery = { outcome: 'sent' } | { outcome: 'refused' | 'later' | 'unknown'; reason: string }

type Transport = {
  deliver: (mail: OutgoingMail) => Promise<Delivery>
  /** Whether a mail may be handed over twice without arriving twice. */
  isIdempotent: boolean
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500)

const message = (mail: OutgoingMail) => ({
  from: env.MAIL_FROM,
  // As an object: a name cannot become a second address.
  to: { name: mail.name, address: mail.address },
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  messageId: `<${mail.id}@${new URL(env.APP_URL).hostname}>`,
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** Where the outbox keeps its mails. */
export const outboxDirectory = (): string => join(env.TIERLINE_STATE_DIR, 'outbox')

const outbox: Transport = {
  isIdempotent: true,
  async deliver(mail) {
    const { createTransport } = await import('nodemailer')
    const built = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
      message(mail),
    )
    if (!Buffer.isBuffer(built.message)) throw new Error('the mail was not built')
    mkdirSync(outboxDirectory(), { recursive: true, mode: 0o700 })
    const file = join(outboxDirectory(), `${mail.id}.eml`)
    writeFileSync(`${file}.draft`, built.message, { mode: 0o600 })
    renameSync(`${file}.draft`, file)
    return { outcome: 'sent' }
  },
}

/** What an answer of 5xx has to be about to be final: this mail, not the server, its door or our key to it. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])

/** Before the server asked for the mail itself, or with its answer to it, one knows that it has not arrived. */
function smtpOutcome(error: unknown, wasAskedFor: boolean): Delivery {
  const given = typeof error === 'object' && error !== null ? error : {}
  const code = 'code' in given ? String(given.code) : ''
  const answer = 'responseCode' in given ? Number(given.responseCode) || 0 : 0
  const reason = reasonOf(error)
  if (answer >= 500 && ABOUT_THE_MAIL.has(code)) return { outcome: 'refused', reason }
  return { outcome: answer > 0 || !wasAskedFor ? 'later' : 'unknown', reason }
}

/** Hears from what the server says whether it has asked for the mail itself (354): the library's errors do not tell. */
function conversation() {
  const heard = { wasAskedFor: false }
  const listen = (entry: { tnx?: string }, said?: unknown) => {
    if (entry.tnx === 'server' && String(said).startsWith('354')) heard.wasAskedFor = true
  }
  const ignore = () => undefined
  const logger = {
    level: ignore,
    trace: ignore,
    debug: listen,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  }
  return { heard, logger }
}

const smtp: Transport = {
  isIdempotent: false,
  async deliver(mail) {
    const { createTransport } = await import('nodemailer')
    if (!env.SMTP_URL) throw new Error('SMTP_URL is not set')
    const url = new URL(env.SMTP_URL)
    for (const limit of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
      if (!url.searchParams.has(limit)) url.searchParams.set(limit, '20000')
    const { heard, logger } = conversation()
    try {
      await createTransport({ url: url.href, logger, transactionLog: true }).sendMail(message(mail))
      return { outcome: 'sent' }
    } catch (error) {
      return smtpOutcome(error, heard.wasAskedFor)
    }
  },
}

const resend: Transport = {
  isIdempotent: true,
  async deliver({ id, name, address, subject, html, text }) {
    const { Resend } = await import('resend')
    const quoted = name.replace(/["\\\r\n<>]/g, ' ').trim()
    const to = quoted === '' ? address : `"${quoted}" <${address}>`
    const api = new Resend(env.RESEND_API_KEY, env.RESEND_BASE_URL ? { baseUrl: env.RESEND_BASE_URL } : {})
    const { error } = await api.emails.send({ from: env.MAIL_FROM, to, subject, html, text }, { idempotencyKey: id })
    if (!error) return { outcome: 'sent' }
    const status = error.statusCode ?? 0
    const isForGood = status >= 400 && status < 500 && status !== 429 && status !== 409
    return { outcome: isForGood ? 'refused' : 'later', reason: `${error.name}: ${error.message}`.slice(0, 500) }
  },
}

const TRANSPORTS = { outbox, smtp, resend } as const

export const transport = (): Transport => TRANSPORTS[env.MAIL_TRANSPORT]
