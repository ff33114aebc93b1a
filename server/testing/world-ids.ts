import { createHash } from 'node:crypto'

/** The same id for the same thing of the same company or account, so that tests can name it. */
export function idOf(owner: { id: string }, what: string): string {
  const hex = createHash('sha256').update(`${owner.id} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
