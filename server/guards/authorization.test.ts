import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asSystem } from '@/server/db/system'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { aimedAt, cellsOf } from './cells'
import { type Asked, accidentsIn, askAll, leaksIn, neverSucceeding, unlikeAnswers, wrongRefusals } from './matrix'
import { principalsOf } from './principals'
import { procedures } from './surface'

/** Where the right alone is not enough, with the test that shows the rest. */
const NOT_BY_RIGHT_ALONE = [
  // One's own notes; an administrator those of anybody (customers/record.test.ts).
  /^customers\.deleteNote by \w+ customerAccountManager:/,
  // A code of the moment, or a factor that was confirmed by one (auth/two-factor.test.ts).
  /^self\.(confirmTwoFactor|renewRecoveryCodes|disableTwoFactor) by /,
  /^accounts\.\w+\.resetTwoFactor by /,
  // Who is given plans has none to review (plans/grants.test.ts); customers see their licences, not plans.
  /^plans\.review by reseller /,
  /^plans\.customers by customer /,
]

let database: TestDatabase
let world: World
let asked: Asked

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  const { id } = world.two.secondCustomer
  await asSystem((tx) => tx.company.delete({ where: { id } }))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const cells = cellsOf(world, procedures(), await principalsOf(world), id)
  asked = await askAll(
    world,
    cells.map((cell) => ({ cell, input: aimedAt(world, cell) })),
  )
}, 600_000)
afterAll(() => database.drop())

const short = (findings: readonly string[]) => findings.slice(0, 20)

test('at least 20,000 questions are asked, of every procedure with a privilege', () => {
  const paths = new Set(asked.outcomes.map(({ procedure }) => procedure.path))
  expect(procedures().filter(({ path, privilege }) => privilege && !paths.has(path))).toEqual([])
  expect(asked.outcomes.length).toBeGreaterThan(20_000)
})

test('whom the table refuses is refused, with the code of the table', () => {
  expect(short(wrongRefusals(asked.outcomes))).toEqual([])
})

test('no answer shows a mark of another tenant', () => {
  expect(short(leaksIn(world, asked.outcomes))).toEqual([])
})

test('nothing is written outside the reach, nor with a mark from outside: no log, no job, no operation', () => {
  expect(short(asked.strayWrites)).toEqual([])
})

test('no answer is an accident of the server', () => {
  expect(short(accidentsIn(asked.outcomes))).toEqual([])
})

test('a foreign company, a deleted one and one that never was are answered with the same bytes', () => {
  const { compared, findings } = unlikeAnswers(asked.outcomes)
  expect(compared).toBeGreaterThan(500)
  expect(short(findings)).toEqual([])
})

test('each procedure succeeds at least once for each kind of company and role that may use it', () => {
  const { allowed, findings } = neverSucceeding(asked.outcomes)
  expect(allowed).toBeGreaterThan(procedures().length * 3)
  expect(findings.filter((finding) => !NOT_BY_RIGHT_ALONE.some((pattern) => pattern.test(finding)))).toEqual([])
})
