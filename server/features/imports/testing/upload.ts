import type { Actor } from '@/server/access/decide'
import { actorOfAccount } from '@/server/auth/account-actor'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import type { WorldAccount } from '@/server/testing/world'
import { receivePiece } from '../commands'
import { IMPORT_LIMITS } from '../read/limits'

/** The actor behind an account, as a request would find it. */
async function actorOf(account: WorldAccount): Promise<Actor> {
  const actor = await asSystem((tx) => actorOfAccount(tx, account.id))
  if (!actor) throw new Error('no such account')
  return actor
}

/** Sends a file as the browser does, piece by piece, and answers what became of it. */
export async function upload(
  account: WorldAccount,
  bytes: Buffer,
  options: { fileName?: string; parentId?: string } = {},
) {
  const { imports } = callerOf(account)
  const { operationId } = await imports.begin({ fileName: 'customers.csv', sizeBytes: bytes.length, ...options })
  const actor = await actorOf(account)
  for (let seq = 0; seq * IMPORT_LIMITS.pieceBytes < bytes.length; seq++) {
    const piece = bytes.subarray(seq * IMPORT_LIMITS.pieceBytes, (seq + 1) * IMPORT_LIMITS.pieceBytes)
    await inScope(actor.scope, 'write', (tx) => receivePiece(tx, actor, { operationId, seq, bytes: piece }))
  }
  return { operationId, answer: await imports.completeUpload({ operationId }) }
}

/** Uploads a file and asks for its check with the columns that its headings name. The worker has not begun. */
export async function askForCheck(
  account: WorldAccount,
  bytes: Buffer,
  options: { parentId?: string } = {},
): Promise<string> {
  const { operationId } = await upload(account, bytes, options)
  const { imports } = callerOf(account)
  const { layout, preview } = await imports.preview({ operationId })
  if (!preview.ok) throw new Error(`no preview: ${preview.code}`)
  await imports.check({ operationId, layout, columns: [...preview.value.columns] })
  return operationId
}

/** The same, and the worker checks it. */
export async function checked(account: WorldAccount, bytes: Buffer, options: { parentId?: string } = {}) {
  const operationId = await askForCheck(account, bytes, options)
  await drain()
  return callerOf(account).imports.get({ operationId })
}

/** Writes what a check has found good, to the end. */
export async function written(account: WorldAccount, operationId: string) {
  const { imports } = callerOf(account)
  await imports.write({ operationId })
  await drain()
  return imports.get({ operationId })
}

const HEADINGS = 'Company name,City,State/Province,Country,Account name,First name,Last name,Email,Postal code'

/** A CSV file of rows in the order of its headings: name, city, state, country, login name, first name, last name, e-mail, postal code. */
export const csvOf = (...rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    [
      HEADINGS,
      ...rows.map((cells) =>
        cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','),
      ),
    ].join('\n'),
  )

/** A row that can go in, numbered. */
export const goodRow = (
  number: number,
  over: { name?: string; login?: string; country?: string; city?: string } = {},
): string[] => [
  over.name ?? `Company ${number}`,
  over.city ?? 'Kloten',
  'ZH',
  over.country ?? 'CH',
  over.login ?? `login-${number}`,
  'Ann',
  'Meier',
  `ann@c${number}.example`,
  '08058',
]
