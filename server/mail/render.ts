import { createElement, Fragment } from 'react'
import type { MailContext } from '@/emails/context'
import { MAIL_INPUT, type MailKind } from '@/emails/props'
import { env } from '@/server/env'
import type { Locale } from '@/server/i18n/locales'
import { translator } from '@/server/i18n/translator'

export type RenderedMail = { subject: string; html: string; text: string }
export type MailRow = { kind: MailKind; locale: Locale; name: string; props: unknown; secrets: unknown }

/** Stands where a secret was, in what is kept of a mail. */
const HIDDEN = '•••'

function contextOf({ locale, name }: MailRow): MailContext {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    t: translator(locale, 'mail'),
    locale,
    name,
    link: (path) => `${env.APP_URL}${path}`,
    day: (day) => format.format(new Date(`${day}T00:00:00Z`)),
  }
}

/** What the subject can name: the plain texts of the props, and how many lines there are. */
function subjectValues(props: Record<string, unknown>): Record<string, string | number> {
  const values: Record<string, string | number> = { count: Array.isArray(props.lines) ? props.lines.length : 1 }
  for (const [name, value] of Object.entries(props)) if (typeof value === 'string') values[name] = value
  return values
}

/** The mail as it goes out. Loaded only by who renders: react-email is large, and knows no `react-server`. */
export async function renderMail(row: MailRow): Promise<RenderedMail> {
  const [{ render, toPlainText }, { viewOf }] = await Promise.all([import('react-email'), import('@/emails/registry')])
  const context = contextOf(row)
  const html = await render(createElement(Fragment, null, viewOf(row.kind, row, context)))
  const props = MAIL_INPUT[row.kind].props.parse(row.props)
  const subject = context.t(`${row.kind}.subject`, subjectValues(props)).replace(/\s+/g, ' ')
  return { subject, html, text: toPlainText(html) }
}

function hidden(secrets: unknown): unknown {
  if (typeof secrets === 'string') return secrets === '' ? '' : HIDDEN
  if (Array.isArray(secrets)) return secrets.map(hidden)
  if (typeof secrets !== 'object' || secrets === null) return secrets
  return Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, hidden(value)]))
}

/** The same mail as it may be kept: one-time links and codes are left out. */
export const renderKept = (row: MailRow): Promise<RenderedMail> => renderMail({ ...row, secrets: hidden(row.secrets) })
