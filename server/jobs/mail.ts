import { isMailKind } from '@/emails/props'
import type { Prisma } from '@/prisma/generated/client'
import { asSystem } from '@/server/db/system'
import type { Locale } from '@/server/i18n/locales'
import { type Delivery, transport } from '@/server/mail/deliver'
import { type MailRow, renderKept, renderMail } from '@/server/mail/render'
import { mailBinding, unseal } from '@/server/mail/vault'

/** Mails that one step claims. */
const CLAIM = 20
/** A mail claimed this long ago belongs to a worker that is gone. */
export const CLAIM_SECONDS = 120
export const ATTEMPTS_MAX = 6
/** Seconds until the next attempt: 1, 4, 16, 64 … minutes. */
const waitSeconds = (attempts: number): number => 60 * 4 ** (attempts - 1)

type Claimed = {
  id: string
  kind: string
  address: string
  name: string
  locale: Locale
  props: Prisma.JsonValue
  sealed: Uint8Array | null
  attempts: number
}

/** Takes some due mails: each is taken by one worker. */
const claim = (): Promise<Claimed[]> =>
  asSystem(
    (tx) => tx.$queryRaw<Claimed[]>`
    update mail m set state = 'sending', claimed_at = now(), attempts = attempts + 1
    from (select id from mail where state = 'scheduled' and due_at <= now() order by due_at, id limit ${CLAIM}
      for update skip locked) due
    where m.id = due.id
    returning m.id, m.kind, m.address, m.name, m.locale, m.props, m.sealed, m.attempts`,
  )

/** Mails whose worker has died: sent again where the transport knows them, else left to a person. */
const recover = (): Promise<number> =>
  asSystem(
    (tx) => tx.$executeRaw`
    update mail set claimed_at = null, last_error = 'interrupted',
      state = case when ${transport().isIdempotent} then 'scheduled'::mail_state else 'unknown'::mail_state end
    where claimed_at < now() - make_interval(secs => ${CLAIM_SECONDS}) and state = 'sending'`,
  )

function rowOf(mail: Claimed): MailRow {
  if (!isMailKind(mail.kind)) throw new Error(`no mail is called ${mail.kind}`)
  const secrets: unknown = mail.sealed ? JSON.parse(unseal('mail secrets', mail.sealed, mailBinding(mail))) : {}
  return { kind: mail.kind, locale: mail.locale, name: mail.name, props: mail.props, secrets }
}

/** Says that this worker is still at it; false when the mail is no longer its own. */
const isOurs = (mail: Claimed): Promise<boolean> =>
  asSystem(
    async (tx) =>
      (await tx.$executeRaw`update mail set claimed_at = now() where id = ${mail.id}::uuid and state = 'sending'`) ===
      1,
  )

async function deliver(mail: Claimed, row: () => MailRow): Promise<Delivery> {
  try {
    const rendered = await renderMail(row())
    return await transport().deliver({ ...rendered, id: mail.id, address: mail.address, name: mail.name })
  } catch (error) {
    console.error(`mail ${mail.id} ${mail.kind}`, error)
    return { outcome: 'later', reason: (error instanceof Error ? error.message : String(error)).slice(0, 500) }
  }
}

/** Keeps what went out, without its secrets. Where this fails, the claim runs out: then recover() decides. */
async function keepSent(mail: Claimed, row: MailRow): Promise<void> {
  const { subject, html: bodyHtml, text: bodyText } = await renderKept(row)
  const sent = { sentAt: new Date(), claimedAt: null, sealed: null, lastError: null, subject, bodyHtml, bodyText }
  await asSystem((tx) =>
    tx.mail.updateMany({ where: { id: mail.id, state: 'sending' }, data: { state: 'sent', ...sent } }),
  )
}

/** Sends one mail, once; says when it is worth another attempt. */
async function send(mail: Claimed): Promise<void> {
  if (!(await isOurs(mail))) return
  const delivery = await deliver(mail, () => rowOf(mail))
  if (delivery.outcome === 'sent') return keepSent(mail, rowOf(mail))
  const isOver = delivery.outcome === 'refused' || mail.attempts >= ATTEMPTS_MAX
  const state = delivery.outcome === 'unknown' ? 'unknown' : isOver ? 'failed' : 'scheduled'
  await asSystem(
    (tx) => tx.$executeRaw`
      update mail set state = ${state}::mail_state, claimed_at = null, last_error = ${delivery.reason},
        sealed = case when ${state} = 'scheduled' then sealed end,
        due_at = case when ${state} = 'scheduled' then now() + make_interval(secs => ${waitSeconds(mail.attempts)}) else due_at end
      where id = ${mail.id}::uuid and state = 'sending'`,
  )
}

/** Seconds until the next mail is worth a look, or null when none waits. */
const nextSeconds = (): Promise<number | null> =>
  asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ seconds: number | null }[]>`
      select extract(epoch from min(at) - now())::float8 as seconds from (
        (select due_at as at from mail where state = 'scheduled' and attempts > 0 order by due_at limit 1)
        union all
        (select claimed_at + make_interval(secs => ${CLAIM_SECONDS + 1}) from mail where claimed_at is not null
          order by claimed_at limit 1)) waits`
    return row?.seconds ?? null
  })

/** One step of sending what is due: some mails, one after another. */
export async function sendMails(): Promise<'finished' | { againAfterSeconds: number }> {
  await recover()
  const mails = await claim()
  for (const mail of mails) await send(mail)
  if (mails.length === CLAIM) return { againAfterSeconds: 0 }
  const seconds = await nextSeconds()
  return seconds === null ? 'finished' : { againAfterSeconds: Math.max(1, seconds) }
}
