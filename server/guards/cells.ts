import type { ErrorCode } from '@/server/lib/errors'
import type { World } from '@/server/testing/world'
import { companiesOf } from '@/server/testing/world'
import { closedFor, type Principal, refusalFor, type Target, targetsOf } from './principals'
import { SPECIAL_INPUTS } from './special-inputs'
import type { Procedure } from './surface'
import { wordsFor } from './words'
import { inputOf, type Size } from './zod-samples'

/** One question to the server: may this one do this there? `expected` null: the rules allow it. */
export type Cell = { procedure: Procedure; principal: Principal; target: Target; expected: ErrorCode | null }

/** The input of a procedure aimed at a company: sample words of that company, and its id as `companyId`. */
export function aimedAt(
  world: World,
  { procedure, principal, target }: Omit<Cell, 'expected'>,
  size: Size = 'minimal',
): unknown {
  const company = target.company ?? world.two.customer
  const { account } = principal
  const words = { ...wordsFor(world, company, account), ...(target.id && { companyId: [target.id] }) }
  const input = inputOf(procedure.inputs, words, size)
  const own = companiesOf(world).find(({ id }) => id === account?.companyId) ?? company
  const special = SPECIAL_INPUTS[procedure.path]?.({ account, company, own })
  if (target.id === undefined && special === undefined) return input
  return { ...(input as object | undefined), ...special, ...(target.id && { companyId: target.id }) }
}

/**
 * What is allowed is always tried, and every administrator and everybody without a valid session is tried everywhere; the others
 * are tried outside what they may at a few places, a different few each.
 */
function isTried({ principal: { account, isValid }, target, expected }: Cell, number: number): boolean {
  if (expected === null || !account || !isValid || account.role === 'administrator') return true
  return target.name === 'omitted' || target.name === 'never was' || number % 5 === 0
}

/** The questions that are asked of `procedures`, in an order that mixes them. */
export function cellsOf(
  world: World,
  procedures: readonly Procedure[],
  principals: readonly Principal[],
  deletedId: string,
): Cell[] {
  return procedures.flatMap((procedure, p) =>
    principals.flatMap((principal, q) =>
      targetsOf(world, principal, deletedId).flatMap((target, r) => {
        const { privilege } = procedure
        if (!privilege) return []
        const expected = refusalFor(principal, privilege, target) ?? closedFor(world, principal, privilege, target)
        const cell = { procedure, principal, target, expected }
        return isTried(cell, p + q + r) ? cell : []
      }),
    ),
  )
}
