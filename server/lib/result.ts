import { DomainError, type ErrorCode } from './errors'

/** What a pure rule answers: *yes with a value* or *no with a code* (and the figures its message needs). */
export type Params = Readonly<Record<string, string | number>>

export type Refusal = { ok: false; code: ErrorCode; params: Params }
export type Decision<T = true> = { ok: true; value: T } | Refusal

export const yes = <T>(value: T): Decision<T> => ({ ok: true, value })
export const no = (code: ErrorCode, params: Params = {}): Refusal => ({ ok: false, code, params })

/** The value of a decision, or its refusal thrown as a DomainError: how a command uses a rule. */
export function demand<T>(decision: Decision<T>): T {
  if (decision.ok) return decision.value
  throw new DomainError(decision.code, decision.params)
}
