import type { Actor } from '@/server/access/decide'
import type { CompanyKind, Privilege } from '@/server/access/privileges'
import { isPassword } from '@/server/auth/password'
import { accountKeyIn, countAttempt, countCode, forgiveAttempt, forgiveCodes } from '@/server/auth/throttle'
import {
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  sealSecret,
  secretUri,
  stepOf,
  unsealSecret,
} from '@/server/auth/totp'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { queueMails } from '@/server/features/notifications/queue'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { lockAccount } from './queries'
import { mayGiveRole } from './rules'

const own = (actor: Actor) => ({
  scope: actor.scope,
  action: 'self.update' as const,
  targetType: 'account' as const,
  targetId: actor.accountId,
  targetName: `${actor.firstName} ${actor.lastName} (${actor.loginName})`,
})

/** Everything that ends sessions ends this one too; here the person has just proved who they are, so it goes on. */
async function keepSession(tx: Tx, actor: Actor): Promise<void> {
  await tx.session.deleteMany({ where: { accountId: actor.accountId, id: { not: actor.sessionId } } })
  await tx.$executeRaw`update session s set version = a.session_version from account a
    where a.id = s.account_id and s.id = ${actor.sessionId}::uuid and s.account_id = ${actor.accountId}::uuid`
}

async function writeRecoveryCodes(tx: Tx, actor: Actor): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { accountId: actor.accountId } })
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      scope: actor.scope,
      accountId: actor.accountId,
      hash: recoveryHash(code, actor.accountId),
    })),
  })
  return codes
}

/** Wrong guesses count like those at sign-in. Refuses with passwordWrong (field password), signInLocked. */
async function mustKnowPassword(tx: Tx, actor: Actor, password: string, address: string): Promise<void> {
  const attempt = { account: accountKeyIn(actor.channelId, actor.loginName), address }
  await countAttempt(attempt)
  const account = await tx.account.findUnique({ where: { id: actor.accountId }, select: { passwordHash: true } })
  if (!(await isPassword(account?.passwordHash ?? null, password)))
    throw new DomainError('passwordWrong', {}, 'password')
  await forgiveAttempt(attempt)
}

/** How one's own second factor stands. */
export async function ownTwoFactor(tx: Tx, actor: Actor) {
  const [row] = await tx.$queryRaw<{ isOn: boolean; since: Date | null; codesLeft: number }[]>`
    select a.two_factor = 'on' as "isOn", f.confirmed_at as since,
      (select count(*)::int from recovery_code r where r.account_id = a.id and r.used_at is null) as "codesLeft"
    from account a left join two_factor f on f.account_id = a.id where a.id = ${actor.accountId}::uuid`
  if (!row) throw new DomainError('notFound')
  return {
    isOn: row.isOn,
    since: row.since?.toISOString() ?? null,
    codesLeft: row.codesLeft,
    isRequired: actor.twoFactorRequired ?? false,
  }
}

/** A new secret to set an app up with; it counts once a code of it was shown. Refuses with twoFactorOn. */
export async function beginTwoFactor(tx: Tx, actor: Actor): Promise<{ secret: string; uri: string }> {
  await mustBe(tx, actor, 'off')
  const secret = newSecret()
  const fresh = { sealed: sealSecret(secret, actor.accountId), confirmedAt: null, lastStep: 0n }
  await tx.twoFactor.upsert({
    where: { accountId: actor.accountId },
    create: { accountId: actor.accountId, scope: actor.scope, ...fresh },
    update: fresh,
  })
  return { secret, uri: secretUri(secret, actor) }
}

/** Turns it on with a code of the app, and gives the recovery codes: this once. Refuses with codeWrong (field code), twoFactorOn. */
export async function confirmTwoFactor(tx: Tx, actor: Actor, { code }: { code: string }): Promise<{ codes: string[] }> {
  await mustBe(tx, actor, 'off')
  await countCode(actor.accountId)
  const row = await tx.twoFactor.findUnique({ where: { accountId: actor.accountId } })
  const step = row ? stepOf(unsealSecret(row.sealed, actor.accountId), code, row.lastStep) : null
  if (step === null) throw new DomainError('codeWrong', {}, 'code')
  await forgiveCodes(actor.accountId)
  await tx.twoFactor.updateMany({
    where: { accountId: actor.accountId },
    data: { confirmedAt: new Date(), lastStep: step },
  })
  await tx.account.updateMany({ where: { id: actor.accountId }, data: { twoFactor: 'on' } })
  const codes = await writeRecoveryCodes(tx, actor)
  await keepSession(tx, actor)
  await record(tx, actor, { ...own(actor), before: { twoFactor: 'off' }, after: { twoFactor: 'on' } })
  return { codes }
}

/** New recovery codes; the old ones are worth nothing. Refuses with twoFactorOff, passwordWrong, signInLocked. */
export async function renewRecoveryCodes(tx: Tx, actor: Actor, { password, address }: Confirmed) {
  await mustBe(tx, actor, 'on')
  await mustKnowPassword(tx, actor, password, address)
  const codes = await writeRecoveryCodes(tx, actor)
  await record(tx, actor, { ...own(actor), after: { recoveryCodesRenewed: true } })
  return { codes }
}

type Confirmed = { password: string; address: string }

/** Turns it off. Refuses with twoFactorOff, twoFactorRequired, passwordWrong (field password), signInLocked. */
export async function disableTwoFactor(tx: Tx, actor: Actor, { password, address }: Confirmed): Promise<void> {
  await mustBe(tx, actor, 'on')
  if (actor.twoFactorRequired) throw new DomainError('twoFactorRequired')
  await mustKnowPassword(tx, actor, password, address)
  await takeAway(tx, actor.accountId)
  await keepSession(tx, actor)
  await record(tx, actor, { ...own(actor), before: { twoFactor: 'on' }, after: { twoFactor: 'off' } })
}

async function takeAway(tx: Tx, accountId: string): Promise<void> {
  await tx.account.updateMany({ where: { id: accountId }, data: { twoFactor: 'off' } })
  await tx.twoFactor.deleteMany({ where: { accountId } })
  await tx.recoveryCode.deleteMany({ where: { accountId } })
}

/** Locks one's account, so that two windows do not set it up at once. */
async function mustBe(tx: Tx, actor: Actor, state: 'on' | 'off'): Promise<void> {
  const [row] = await tx.$queryRaw<{ state: 'on' | 'off' }[]>`
    select two_factor::text as state from account where id = ${actor.accountId}::uuid for update`
  if (row?.state !== state) throw new DomainError(state === 'on' ? 'twoFactorOff' : 'twoFactorOn')
}

/**
 * Takes the second factor of somebody who has lost it away, by privilege; the person is told by mail, and signed out.
 * Refuses with notFound, roleAboveOwn, twoFactorOff.
 */
export async function resetTwoFactor(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId, kind }: { companyId: string; accountId: string; kind: CompanyKind },
): Promise<void> {
  const account = await lockAccount(tx, { companyId, accountId })
  demand(mayGiveRole(actor.role, account.role, kind))
  if (account.twoFactor === 'off') throw new DomainError('twoFactorOff')
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { name: true, slug: true } })
  await takeAway(tx, accountId)
  await tx.session.deleteMany({ where: { accountId } })
  const name = `${account.firstName} ${account.lastName}`
  const by = `${actor.firstName} ${actor.lastName}`
  await queueMails(tx, [
    {
      kind: 'twoFactorReset',
      scope: account.scope,
      accountId,
      address: account.email,
      name,
      locale: account.locale,
      props: { companyName: company.name, slug: company.slug, loginName: account.loginName, by },
      createdBy: by,
    },
  ])
  await record(tx, actor, {
    scope: account.scope,
    action,
    targetType: 'account',
    targetId: accountId,
    targetName: `${name} (${account.loginName})`,
    before: { twoFactor: 'on' },
    after: { twoFactor: 'off' },
  })
}
