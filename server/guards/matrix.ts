import { AsyncLocalStorage } from 'node:async_hooks'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { undoing } from '@/server/testing/undo'
import type { World } from '@/server/testing/world'
import { type Answer, call, foreignMarks, keptRows, writtenRows } from './attempts'
import type { Cell } from './cells'
import { COUNTED_ABOVE, tablesOf } from './tables'

/** A question with the input it is asked with. */
export type Question<C extends Cell = Cell> = { cell: C; input: unknown }
export type Outcome<C extends Cell = Cell> = C & { answer: Answer }
/** Asks one question; the tRPC router of the console unless told otherwise. */
export type Ask = (cell: Cell, input: unknown) => Promise<Answer>
export type Asked<C extends Cell = Cell> = { outcomes: Outcome<C>[]; strayWrites: string[] }

export const nameOf = ({ procedure, principal, target }: Cell) =>
  `${procedure.path} by ${principal.name} at ${target.name}`

/**
 * Asks everything, in a database that forgets: one lane less than there are connections, since some work needs two at once.
 * `strayWrites`: what a change wrote outside the reach of who asked, or with a mark from outside.
 */
export async function askAll<C extends Cell>(
  world: World,
  questions: readonly Question<C>[],
  ask: Ask = ({ procedure, principal }, input) => call(procedure, principal.context, input),
): Promise<Asked<C>> {
  const asking = new AsyncLocalStorage<Cell>()
  const outcomes: Outcome<C>[] = []
  const strayWrites: string[] = []
  const kept = await asSystem(keptRows)
  const lookAtWrites = async (tx: Tx) => {
    const cell = asking.getStore()
    if (cell?.procedure.type !== 'mutation') return
    const { account } = cell.principal
    for (const { table, scope, row, bare } of await writtenRows(tx, tablesOf('own', 'inherited', 'granted', 'queue'))) {
      if (kept.has(bare)) continue
      const isInside = scope === null || (account !== null && scope.startsWith(account.scope))
      const isCountAbove = COUNTED_ABOVE.includes(table) && account?.scope.startsWith(scope ?? '?') === true
      const isStray = !(isInside || isCountAbove)
      if (isStray || foreignMarks(world, account, row).length > 0) strayWrites.push(`${nameOf(cell)} wrote ${row}`)
    }
  }
  const waiting = [...questions]
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { cell, input } = next
      const answer = await asking.run(cell, () => ask(cell, input))
      outcomes.push({ ...cell, answer })
    }
  }
  await undoing(() => Promise.all([lane(), lane(), lane(), lane()]), lookAtWrites)
  return { outcomes, strayWrites }
}

/** Whom the table refuses must be refused with the code of the table. */
export const wrongRefusals = (outcomes: readonly Outcome[]): string[] =>
  outcomes
    .filter(({ expected, answer }) => expected !== null && answer.code !== expected)
    .map((outcome) => `${nameOf(outcome)}: ${outcome.answer.code ?? 'success'}, not ${outcome.expected}`)

/** Marks of tenants outside the reach, in any answer. */
export const leaksIn = (world: World, outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap((outcome) => {
    const marks = foreignMarks(world, outcome.principal.account, outcome.answer.body)
    return marks.length > 0 ? `${nameOf(outcome)}: ${marks.join(' ')}` : []
  })

/** Answers that are accidents of the server. */
export const accidentsIn = (outcomes: readonly Outcome[]): string[] =>
  outcomes.filter(({ answer }) => answer.status >= 500).map((outcome) => `${nameOf(outcome)}: ${outcome.answer.body}`)

/** A foreign company, a deleted one and one that never was must be answered with the same bytes. */
export function unlikeAnswers(outcomes: readonly Outcome[]): { compared: number; findings: string[] } {
  const answers = new Map<string, Set<string>>()
  for (const { procedure, principal, target, answer } of outcomes) {
    const { account } = principal
    const isAbsent = !account || !target.company?.scope.startsWith(account.scope)
    if (!isAbsent || target.name === 'omitted') continue
    const key = `${procedure.path} by ${principal.name}`
    answers.set(key, (answers.get(key) ?? new Set()).add(`${answer.status} ${answer.body}`))
  }
  const unlike = [...answers].filter(([, bodies]) => bodies.size > 1)
  return { compared: answers.size, findings: unlike.map(([key, bodies]) => `${key}: ${[...bodies].join(' | ')}`) }
}

/** What the table allows must succeed at least once for each kind of company and role: else the rest would be vacuous. */
export function neverSucceeding(outcomes: readonly Outcome[]): { allowed: number; findings: string[] } {
  const cells = new Map<string, Set<string>>()
  for (const { procedure, principal, expected, answer } of outcomes) {
    if (expected !== null || !principal.account) continue
    const key = `${procedure.path} by ${principal.account.kind} ${principal.account.role}`
    cells.set(key, (cells.get(key) ?? new Set()).add(answer.code ?? 'success'))
  }
  const never = [...cells].filter(([, codes]) => !codes.has('success'))
  return { allowed: cells.size, findings: never.map(([key, codes]) => `${key}: ${[...codes].join(' ')}`) }
}
