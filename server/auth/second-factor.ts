import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'
import { countCode, forgiveCodes } from './throttle'
import { recoveryHash, stepOf, unsealSecret } from './totp'

/** Takes a code of the app: guarded by one write, so that of the same code given twice at once one is taken. */
async function takeAppCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
  const row = await tx.twoFactor.findUnique({ where: { accountId } })
  if (!row?.confirmedAt) return false
  const step = stepOf(unsealSecret(row.sealed, accountId), code, row.lastStep)
  if (step === null) return false
  const { count } = await tx.twoFactor.updateMany({
    where: { accountId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/** Takes a recovery code, once. */
async function takeRecoveryCode(tx: Tx, accountId: string, code: string): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, hash: recoveryHash(code, accountId), usedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

/** Whether a code, of the app or for recovery, is the account's; it is used up. */
export const takeCode = async (tx: Tx, accountId: string, code: string): Promise<boolean> =>
  (await takeAppCode(tx, accountId, code)) || (await takeRecoveryCode(tx, accountId, code))

/**
 * The second step of signing in, after the right password. Does nothing for accounts without two-factor.
 * Refuses with twoFactorNeeded (no code given), codeWrong, signInLocked (too many codes).
 */
export async function proveSecondFactor(accountId: string, code: string): Promise<void> {
  const isOn = await asSystem((tx) => tx.account.count({ where: { id: accountId, twoFactor: 'on' } }))
  if (isOn === 0) return
  if (code === '') throw new DomainError('twoFactorNeeded')
  await countCode(accountId)
  const isTaken = await asSystem((tx) => takeCode(tx, accountId, code))
  if (!isTaken) throw new DomainError('codeWrong')
  await forgiveCodes(accountId)
}
