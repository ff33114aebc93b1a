import type { Actor, CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import { COMPANY_LIMITS } from '@/server/features/companies/limits'
import { mayBecome, mayChangeBelow } from '@/server/features/companies/rules'
import { type Decision, no, yes } from '@/server/lib/result'

/** A customer as the rules of its changes need it. `products`: names of what is still assigned. */
export type CustomerState = {
  status: CompanyStatus
  portal: 'lmp' | 'clp'
  tags: readonly string[]
  products: readonly string[]
  manager: { kind: CompanyKind; status: CompanyStatus }
}

/** What a change does to one customer, as a preview shows it: old → new. */
export type Effect = { from: string; to: string }

/**
 * May a customer be deleted? Only one of the `clp` portal, and only when no product is assigned (both documented by the vendor).
 * Codes: notClp · productsLeft (products: their names).
 */
export function mayDelete({ portal, products }: Pick<CustomerState, 'portal' | 'products'>): Decision {
  if (portal !== 'clp') return no('notClp')
  if (products.length > 0) return no('productsLeft', { products: products.join(', ') })
  return yes(true)
}

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Final deeds ask for the name: white space is forgiven, nothing else. Code: nameMismatch. */
export const mustMatchName = (typed: string, name: string): Decision =>
  plain(typed) === plain(name) ? yes(true) : no('nameMismatch')

/** The tags after adding and removing some; what is both added and removed is removed. Codes: tagsUnchanged · tooManyTags (max). */
export function retag(
  tags: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Decision<string[]> {
  const result = [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag))
  if (result.length === tags.length && result.every((tag, i) => tag === tags[i])) return no('tagsUnchanged')
  if (result.length > COMPANY_LIMITS.tags) return no('tooManyTags', { max: COMPANY_LIMITS.tags })
  return yes(result)
}

/** What a selection of customers can be asked to do, with what it needs. */
export type BulkChange =
  | { kind: 'customerDisable' | 'customerEnable' | 'customerDelete' }
  | { kind: 'customerTag'; add: readonly string[]; remove: readonly string[] }

export type BulkKind = BulkChange['kind']

/**
 * The effect of a change on one customer, or why not: the same answer in the preview, in the result and at the button.
 * Codes: targetCancelled · targetSuspended · statusUnchanged · notClp · productsLeft · tagsUnchanged · tooManyTags.
 */
export function effectOf(change: BulkChange, customer: CustomerState): Decision<Effect> {
  const open = mayChangeBelow(customer.manager)
  if (!open.ok) return open
  if (change.kind === 'customerTag') {
    const tags = retag(customer.tags, change)
    return tags.ok ? yes({ from: customer.tags.join(', '), to: tags.value.join(', ') }) : tags
  }
  if (change.kind === 'customerDelete') {
    const gone = mayDelete(customer)
    return gone.ok ? yes({ from: customer.status, to: '' }) : gone
  }
  return mayBecome(
    { kind: 'customer', status: customer.status },
    change.kind === 'customerDisable' ? 'disabled' : 'enabled',
  )
}

/** Notes are deleted by who wrote them, or by an administrator. Code: notAllowed. */
export const mayDeleteNote = (actor: Pick<Actor, 'accountId' | 'role'>, note: { authorId: string }): Decision =>
  note.authorId === actor.accountId || actor.role === 'administrator'
    ? yes(true)
    : no('notAllowed', { privilege: 'customer.update' })
