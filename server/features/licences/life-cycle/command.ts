import type fc from 'fast-check'
import { expect } from 'vitest'
import type { Day } from '@/server/lib/period'
import type { Decision } from '@/server/lib/result'
import { nextChangeOn, statusOf } from '../status'
import type { Model } from './model'
import * as model from './model'
import { licenceOf, type Real } from './real'

/** What the runs came across, so that a test of nothing would be noticed. */
export const seen = new Map<string, number>()
const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

export type Step = { real: (real: Real) => Decision<unknown>; model: (model: Model) => model.Answer }

/** One step of both, and everything that must agree afterwards. */
export class Command implements fc.Command<Model, Real> {
  constructor(
    private readonly name: string,
    private readonly step: Step,
  ) {}

  check = () => true

  run(expected: Model, real: Real) {
    const answer = this.step.model(expected)
    const decision = this.step.real(real)
    expect(decision.ok ? null : decision.code).toBe(answer)
    count(`${this.name.split(' ')[0]}: ${answer ?? 'done'}`)
    const licence = licenceOf(real)
    const status = model.statusIn(expected)
    expect(licence ? statusOf(licence, real.today) : 'none').toBe(status)
    count(status)
    const { paper } = expected
    if (!licence || !paper) return
    expect({ from: licence.startsOn, to: licence.endsOn, units: licence.units, auto: licence.autoRenew }).toEqual({
      from: model.toText(paper.from),
      to: model.toText(paper.to),
      units: paper.units,
      auto: paper.auto,
    })
    expect([licence.planId, licence.anchorDay, licence.managed]).toEqual([paper.offer.id, paper.anchor, paper.managed])
    expect(nextChangeOn(licence, real.today)).toBe(nextDifference(expected))
  }

  toString = () => this.name
}

/** By looking at each of the coming days. */
export function nextDifference(expected: Model): Day | null {
  const now = model.statusIn(expected)
  const { paper } = expected
  const last = Math.max(paper?.to ?? 0, paper?.from ?? 0) + (paper?.grace ?? 0)
  for (let day = expected.today + 1; day <= last; day += 1)
    if (model.statusIn(expected, day) !== now) return model.toText(day)
  return null
}
