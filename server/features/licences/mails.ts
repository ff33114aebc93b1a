import type { Tx } from '@/server/db/client'
import { type NewMail, queueMails } from '@/server/features/notifications/queue'
import type { Locale } from '@/server/i18n/locales'
import { translator } from '@/server/i18n/translator'
import type { By } from './by'
import type { LicenceMail, LicenceState } from './state'
import { statusOf } from './status'
import type { Deed, DeedNames } from './trail'

/** A mail goes to whoever speaks for the customer; nobody who cannot sign in is written to. */
type Contact = { scope: string; slug: string; accountId: string; address: string; name: string; locale: Locale }

const contactsOf = (tx: Tx, scopes: readonly string[]): Promise<Contact[]> =>
  tx.$queryRaw<Contact[]>`
    select c.scope, c.slug, a.id as "accountId", a.email as address, a.first_name || ' ' || a.last_name as name, a.locale
    from company c join account a on a.id = c.contact_id
    where c.scope = any (${[...new Set(scopes)]}::text[]) and a.enabled and char_length(a.email) >= 3`

type Line = { product: string; plan: string; units: number; startsOn?: string; endsOn?: string }

/** Queues the mails that changes cause, in their transaction: one for each customer and kind, with a line for each change. */
export async function tell(
  tx: Tx,
  by: By,
  deeds: readonly Deed[],
  names: ReadonlyMap<string, DeedNames>,
): Promise<void> {
  const told = deeds.filter(({ mail }) => mail !== null)
  if (told.length === 0) return
  const contacts = new Map(
    (
      await contactsOf(
        tx,
        told.map(({ customer }) => customer.scope),
      )
    ).map((one) => [one.scope, one]),
  )
  const mails = [...Map.groupBy(told, ({ customer, mail }) => `${mail} ${customer.scope}`).values()].flatMap(
    (group) => {
      const [first] = group
      const contact = first && contacts.get(first.customer.scope)
      return first?.mail && contact ? [mailOf(first.mail, contact, by, group, names)] : []
    },
  )
  await queueMails(tx, mails)
}

function mailOf(
  kind: LicenceMail,
  { slug, ...to }: Contact,
  by: By,
  deeds: readonly Deed[],
  names: ReadonlyMap<string, DeedNames>,
): NewMail {
  const [first] = deeds
  const recipient = { ...to, createdBy: by.name }
  const of = { companyName: first?.customer.name ?? '', managedBy: first?.customer.managerName ?? '' }
  if (kind === 'licenceAdded') {
    const lines = deeds.flatMap((deed) => linesOf(deed, names))
    const codes = deeds.flatMap(({ licences = [] }) => licences.map(({ activationCode }) => activationCode ?? ''))
    const secrets = codes.some((code) => code !== '') ? { codes } : {}
    return { ...recipient, kind, props: { ...of, slug, lines }, secrets }
  }
  const lines = deeds.map((deed) => lineOf(deed, names))
  if (kind === 'licenceDiscontinued') return { ...recipient, kind, props: { ...of, lines }, secrets: {} }
  const changed = deeds.map((deed, at) => ({
    ...(lines[at] ?? lineOf(deed, names)),
    changes: changesOf(deed, names, to.locale),
  }))
  return { ...recipient, kind, props: { ...of, slug, lines: changed }, secrets: {} }
}

/** A term that waits for the first sign-in is not told: it will be another. */
const termOf = ({ awaitingSignIn, startsOn, endsOn }: LicenceState) => (awaitingSignIn ? {} : { startsOn, endsOn })

function lineOf({ subscriptionId, after }: Deed, names: ReadonlyMap<string, DeedNames>): Line {
  const { productName = '', planName = '' } = names.get(subscriptionId) ?? {}
  return { product: productName, plan: planName, units: after.units, ...termOf(after) }
}

/** A new suite is told by its products, each with its code. */
const linesOf = (deed: Deed, names: ReadonlyMap<string, DeedNames>): Line[] =>
  (deed.licences ?? []).map(({ productName }) => ({ ...lineOf(deed, names), product: productName }))

type Change = {
  what: 'units' | 'endsOn' | 'plan' | 'product' | 'version' | 'status' | 'autoRenewal'
  before: string
  after: string
}

/** What a customer is told of a change: not what only its managing company cares for. */
function changesOf(
  { before, after, subscriptionId, customer }: Deed,
  names: ReadonlyMap<string, DeedNames>,
  locale: Locale,
): Change[] {
  if (!before) return []
  const t = translator(locale, 'licence')
  const { productName = '', planName = '', productBefore = '', planBefore = '' } = names.get(subscriptionId) ?? {}
  const pairs: [Change['what'], string, string][] = [
    ['units', String(before.units), String(after.units)],
    ['endsOn', before.endsOn, after.endsOn],
    ['product', productBefore, productName],
    ['plan', planBefore, planName],
    ['version', t(`version.${before.version}`), t(`version.${after.version}`)],
    ['status', t(`status.${statusOf(before, customer.today)}`), t(`status.${statusOf(after, customer.today)}`)],
    ['autoRenewal', before.autoRenew ? t('yes') : t('no'), after.autoRenew ? t('yes') : t('no')],
  ]
  return pairs.filter(([, was, is]) => was !== is).map(([what, was, is]) => ({ what, before: was, after: is }))
}
