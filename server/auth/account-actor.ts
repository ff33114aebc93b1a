import type { Actor, ChainLink } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'

/** The actor an account would be now, without a session: for work that goes on after the person has left. Null: gone or disabled. */
export async function actorOfAccount(tx: Tx, accountId: string): Promise<Actor | null> {
  const account = await tx.account.findUnique({ where: { id: accountId, enabled: true }, include: { company: true } })
  if (!account) return null
  const { company } = account
  const channelId = company.scope.slice(0, company.scope.indexOf('.'))
  const scopes = [company.scope, `${channelId}.`, ...(company.parentScope ? [company.parentScope] : [])]
  const chain: ChainLink[] = await tx.company.findMany({
    where: { scope: { in: scopes } },
    select: { id: true, kind: true, status: true },
    orderBy: { scope: 'asc' },
  })
  return {
    accountId,
    sessionId: '',
    companyId: company.id,
    companyName: company.name,
    companySlug: company.slug,
    scope: company.scope,
    channelId,
    kind: company.kind,
    role: account.role,
    loginName: account.loginName,
    firstName: account.firstName,
    lastName: account.lastName,
    email: account.email,
    locale: account.locale === 'fr' ? 'fr' : 'en',
    timeZone: account.timeZone,
    chain,
  }
}
