import fc from 'fast-check'
import { expect, test } from 'vitest'
import { env } from '@/server/env'
import { addDays, daysBetween } from '@/server/lib/period'
import { autoRenew } from '../rules'
import { LICENCE_STATUSES } from '../status'
import { seen } from './command'
import { assigning, COMMANDS } from './commands'
import * as model from './model'
import { goodUnits, offer, offers, TRIAL } from './offers'
import { beginning, carryOut, licenceOf, START } from './real'

const RUNS = 3_000 * env.SOAK

test(
  'any life of a licence goes as the independent model says',
  () => {
    const commands = fc.commands([fc.oneof(...COMMANDS)], { maxCommands: 40, size: '+1' })
    fc.assert(
      fc.property(fc.oneof(offers, fc.constant(TRIAL)), goodUnits, commands, (begin, units, cmds) => {
        fc.modelRun(beginning, [assigning(begin, units, 0, false), ...cmds])
      }),
      { numRuns: RUNS },
    )
    const operations = [
      'assign',
      'modify',
      'renew',
      'auto-renew',
      'suspend',
      'resume',
      'activate',
      'convert',
      'change',
      'cancel',
      'remove',
    ]
    const must = [...operations.map((name) => `${name}: done`), ...LICENCE_STATUSES]
    expect(must.filter((what) => (seen.get(what) ?? 0) < 40)).toEqual([])
  },
  120_000 * env.SOAK,
)

test('the comparison notices a rule that is wrong by one day', () => {
  const commands = fc.commands([fc.oneof(...COMMANDS)], { maxCommands: 40, size: '+1' })
  const broken = fc.property(offers, commands, (begin, cmds) => {
    const world = beginning()
    world.real.today = addDays(START, 1)
    fc.modelRun(() => world, [assigning(begin, 1, 0, false), ...cmds])
  })
  expect(fc.check(broken, { numRuns: 50 }).failed).toBe(true)
})

test('auto-renewal from any day keeps the anchor: terms tile, whenever the job runs', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.constantFrom(1, 2, 3, 12),
      fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 60 }),
      (shift, months, pauses) => {
        const startsOn = addDays(START, shift)
        const { model: m, real } = beginning(startsOn)
        const plan = offer('auto', { months, renewMonths: months, grace: 180 })
        assigning(plan, 5, 0, false).run(m, real)
        let last = { startsOn, endsOn: real.state?.endsOn ?? '' }
        for (const pause of pauses) {
          real.today = addDays(real.today, pause)
          for (let licence = licenceOf(real); licence; licence = licenceOf(real)) {
            const decision = autoRenew(licence, real.today)
            if (!decision.ok) break
            carryOut(real, decision.value)
            const period = decision.value.period ?? { startsOn: '', endsOn: '' }
            expect(period.startsOn).toBe(last.endsOn)
            last = period
          }
        }
        const total = real.periods.length + 1
        expect(last.endsOn).toBe(
          model.toText(model.plusMonths(model.toNumber(startsOn), total * months, Number(startsOn.slice(8)))),
        )
        expect(daysBetween(startsOn, last.endsOn)).toBeGreaterThan(27 * total * months)
      },
    ),
    { numRuns: 500 },
  )
})
