import type { ErrorCode } from '@/server/lib/errors'
import type { World, WorldCompany } from '@/server/testing/world'
import { companiesOf } from '@/server/testing/world'
import { closedFor, type Principal, refusalFor, type Target, targetsOf } from './principals'
import { SPECIAL_INPUTS } from './special-inputs'
import type { Procedure } from './surface'
import { idWords, wordsFor } from './words'
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
  const namer = (of: WorldCompany) => (name: string) => String(idWords(world, of, account)[name]?.[0])
  const given = { account, company, own, id: namer(company), ownId: namer(own) }
  const special = SPECIAL_INPUTS[procedure.path]?.(given)
  if (target.id === undefined && special === undefined) return input
  return { ...(input as object | undefined), ...special, ...(target.id && { companyId: target.id }) }
}

/** As many questions as the suite has time for; more procedures mean fewer places tried for each, never fewer procedures. */
const QUESTIONS = 21_000

/** What is tried whatever it costs: what is allowed, oneself, nothing at all; and administrators and strangers to a foreign company. */
const isAlwaysTried = ({ principal: { account, isValid }, target, expected }: Cell): boolean =>
  expected === null ||
  ['omitted', 'never was'].includes(target.name) ||
  ((!account || !isValid || account.role === 'administrator') && target.isForeign === true)

/** The questions that are asked of `procedures`: the necessary ones, and of the others a different few of each. */
export function cellsOf(
  world: World,
  procedures: readonly Procedure[],
  principals: readonly Principal[],
  deletedId: string,
): Cell[] {
  const all = procedures.flatMap((procedure) =>
    principals.flatMap((principal) =>
      targetsOf(world, principal, deletedId).flatMap((target): Cell[] => {
        const { privilege } = procedure
        if (!privilege) return []
        const expected = refusalFor(principal, privilege, target) ?? closedFor(world, principal, privilege, target)
        return [{ procedure, principal, target, expected }]
      }),
    ),
  )
  const always = all.filter(isAlwaysTried)
  const others = all.filter((cell) => !isAlwaysTried(cell))
  const wanted = Math.max(QUESTIONS - always.length, others.length / 20)
  // A step that shares no factor with the rows of the table walks through all of its columns.
  const step = Math.max(1, others.length / wanted)
  const some = Array.from(
    { length: Math.min(others.length, Math.floor(wanted)) },
    (_, number) => others[Math.floor(number * step)],
  )
  return [...always, ...some.filter((cell) => cell !== undefined)]
}
