import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isLockedOut } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { mayUsePassword } from '@/server/features/accounts/password-rules'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { actorOfAccount } from './account-actor'
import { hashPassword } from './password'

export const LINK_PURPOSES = ['invitation', 'passwordReset'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** How long a link works, in minutes. */
export const LINK_MINUTES = { invitation: 72 * 60, passwordReset: 60 } as const satisfies Record<LinkPurpose, number>

const TOKEN_BYTES = 32
export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Bound to its purpose: a link of one kind opens nothing of another. */
const hashOf = (purpose: LinkPurpose, token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(`${purpose} ${token}`).digest())

/**
 * A new link for an account, of which only the hash is kept; earlier ones of the purpose end. `from`: when its time begins.
 * It also ends when the account's address or password changes, or the account is disabled (trigger account_links_end).
 */
export async function issueLink(
  tx: Tx,
  account: { id: string; scope: string },
  purpose: LinkPurpose,
  from = new Date(),
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await tx.accountToken.deleteMany({ where: { accountId: account.id, purpose } })
  await tx.accountToken.createMany({
    data: [
      {
        scope: account.scope,
        accountId: account.id,
        purpose,
        hash: hashOf(purpose, token),
        expiresAt: new Date(from.getTime() + LINK_MINUTES[purpose] * 60_000),
      },
    ],
  })
  return token
}

type Link = { purpose: LinkPurpose; token: string }
const notUsable = () => new DomainError('linkNotUsable')

/** Whom a link is for. Used, expired, ended, foreign and invented links get the same answer: linkNotUsable. */
async function holderOf(tx: Tx, { purpose, token }: Link) {
  const [found] = await tx.$queryRaw<{ accountId: string }[]>`
    select account_id as "accountId" from account_token
    where hash = ${hashOf(purpose, token)} and purpose = ${purpose}::token_purpose and used_at is null and expires_at > now()`
  const holder = found ? await actorOfAccount(tx, found.accountId) : null
  if (!holder || isLockedOut(holder.chain)) throw notUsable()
  const { slug } = await tx.company.findUniqueOrThrow({ where: { scope: holder.scope }, select: { slug: true } })
  return { holder, slug }
}

/** What the page behind a link shows. Refuses with linkNotUsable. */
export const lookAtLink = (link: Link) =>
  asSystem(async (tx) => {
    const { holder, slug } = await holderOf(tx, link)
    return { loginName: holder.loginName, firstName: holder.firstName, companyName: holder.companyName, slug }
  })

/**
 * Gives the account of a link the password, once: of any number at the same time one succeeds. All its sessions end.
 * Refuses with linkNotUsable, passwordWeak (field password); a refused password uses nothing up.
 */
export const choosePassword = ({ password, ...link }: Link & { password: string }, from: { address: string }) =>
  asSystem(async (tx) => {
    const { holder, slug } = await holderOf(tx, link)
    const words = [holder.loginName, holder.firstName, holder.lastName, holder.companyName, holder.email]
    const allowed = mayUsePassword(password, words)
    if (!allowed.ok) throw new DomainError(allowed.code, allowed.params, 'password')
    const used = await tx.$executeRaw`
      update account_token set used_at = now()
      where hash = ${hashOf(link.purpose, link.token)} and used_at is null and expires_at > now()`
    if (used !== 1) throw notUsable()
    const data = { passwordHash: await hashPassword(password), passwordChangedAt: new Date() }
    await tx.account.updateMany({ where: { id: holder.accountId }, data })
    await tx.session.deleteMany({ where: { accountId: holder.accountId } })
    const target = { targetType: 'account', targetId: holder.accountId } as const
    const targetName = `${holder.firstName} ${holder.lastName} (${holder.loginName})`
    const after = { passwordChanged: true, by: link.purpose }
    await record(
      tx,
      holder,
      { scope: holder.scope, action: 'self.update', ...target, targetName, after },
      { address: from.address },
    )
    return { loginName: holder.loginName, slug }
  })
