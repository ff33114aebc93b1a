import { createHash } from 'node:crypto'
import { makeKeys } from '@/server/features/keys/vault'
import type { WorldCompany } from './world'
import { builderOf, dayIn } from './world-catalogue'
import { idOf } from './world-ids'

/** Registration keys are made by everybody who has customers. */
export const makesKeys = ({ kind }: WorldCompany) => kind !== 'customer'

const bytesOf = (text: string) => `\\x${createHash('sha256').update(text).digest('hex')}`

/** `what` finds them again: one to be used or cancelled, one used in part, one that is cancelled. */
const KEYS = {
  key: { redeemed: 0, isCancelled: false },
  usedKey: { redeemed: 1, isCancelled: false },
  cancelledKey: { redeemed: 0, isCancelled: true },
} as const
type KeyName = keyof typeof KEYS

const bytea = (bytes: Buffer) => `\\x${bytes.toString('hex')}`

const keyOf = (company: WorldCompany, what: KeyName) => {
  const { redeemed, isCancelled } = KEYS[what]
  const { lookups, sealed, lastFours } = makeKeys(1)
  return {
    id: idOf(company, what),
    scope: company.scope,
    planScope: builderOf(company).scope,
    planId: idOf(builderOf(company), 'freshPlan'),
    lookup: bytea(lookups),
    sealed: bytea(sealed),
    lastFour: lastFours.toString('latin1'),
    units: 5,
    redemptions: 3,
    redeemed,
    expiresOn: dayIn(90),
    batch: company.mark,
    createdBy: company.mark,
    lastUsedBy: company.mark,
    lastUsedAt: redeemed > 0 ? new Date() : null,
    cancelledBy: company.mark,
    cancelledAt: isCancelled ? new Date() : null,
  }
}

const keysOf = (company: WorldCompany) => (Object.keys(KEYS) as KeyName[]).map((what) => keyOf(company, what))

const redemptionsOf = (company: WorldCompany) => [
  {
    id: idOf(company, 'redemption'),
    scope: company.scope,
    keyId: idOf(company, 'usedKey'),
    customerScope: company.scope,
    subscriptionId: idOf(company, 'subscription'),
    redeemedBy: company.mark,
  },
]

const MAILS = { mail: 'scheduled', sentMail: 'sent', failedMail: 'failed' } as const

const mailsOf = (company: WorldCompany) =>
  Object.entries(MAILS).map(([what, state]) => ({
    id: idOf(company, what),
    scope: company.scope,
    accountId: company.admin.id,
    kind: `accountCreated ${company.mark}`,
    address: `${company.mark}@${company.mark}.example`,
    name: company.mark,
    locale: 'en',
    props: { mark: company.mark },
    state,
    // Nothing leaves while a test looks at something else.
    dueAt: new Date(Date.now() + 86_400_000),
    subject: company.mark,
    bodyHtml: `<p>${company.mark}</p>`,
    bodyText: company.mark,
    lastError: company.mark,
    sentAt: state === 'sent' ? new Date() : null,
    createdBy: company.mark,
  }))

const tokensOf = (company: WorldCompany) => [
  {
    id: idOf(company, 'token'),
    scope: company.scope,
    accountId: company.accounts.supportEngineer.id,
    purpose: 'invitation',
    hash: bytesOf(`${company.id} token`),
    expiresAt: new Date(Date.now() + 86_400_000),
  },
]

/** A second factor begun, not confirmed: nobody is asked for it. */
const twoFactorOf = (company: WorldCompany) => [
  {
    accountId: company.accounts.supportEngineer.id,
    scope: company.scope,
    sealed: bytesOf(`${company.id} seed`),
  },
]

const recoveryCodesOf = (company: WorldCompany) => [
  {
    id: idOf(company, 'recovery'),
    scope: company.scope,
    accountId: company.accounts.supportEngineer.id,
    hash: bytesOf(`${company.id} recovery`),
  },
]

export const keyBelongings = {
  registration_key: (company: WorldCompany) => (makesKeys(company) ? keysOf(company) : []),
  key_redemption: (company: WorldCompany) => (makesKeys(company) ? redemptionsOf(company) : []),
  mail: mailsOf,
  account_token: tokensOf,
  two_factor: twoFactorOf,
  recovery_code: recoveryCodesOf,
}
