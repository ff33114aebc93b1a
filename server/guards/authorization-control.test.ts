import type { AnyRouter } from '@trpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'
import { newCompanyId } from '@/server/lib/ids'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { asTransport, t } from '@/server/trpc/init'
import { router } from '@/server/trpc/procedures'
import { call } from './attempts'
import { aimedAt, cellsOf } from './cells'
import {
  type Ask,
  type Asked,
  accidentsIn,
  askAll,
  leaksIn,
  neverSucceeding,
  unlikeAnswers,
  wrongRefusals,
} from './matrix'
import { principalsOf } from './principals'
import { slippedQuestions, slippingPrincipals, unlikeSlips } from './slips'
import { proceduresOf } from './surface'

/** Each broken in one way that the matrix must notice. */
const broken = router({
  undecided: t.procedure.meta({ privilege: 'customer.update' }).mutation(() => 'done'),
  leaking: t.procedure
    .meta({ privilege: 'customer.view' })
    .query(() => asSystem((tx) => tx.company.findMany({ select: { name: true } }))),
  straying: t.procedure
    .meta({ privilege: 'customer.update' })
    .mutation(() => asSystem((tx) => tx.company.updateMany({ data: { note: 'everywhere' } }))),
  telling: t.procedure
    .meta({ privilege: 'customer.view' })
    .input(z.object({ companyId: z.string().optional() }))
    .query(async ({ input: { companyId: id = '' } }) => {
      const exists = await asSystem((tx) => tx.company.count({ where: { id } }))
      throw asTransport(new DomainError(exists > 0 ? 'notAllowed' : 'notFound'))
    }),
  breaking: t.procedure.meta({ privilege: 'customer.view' }).query(() => {
    throw new Error('an accident')
  }),
})

const asks =
  (bad: AnyRouter): Ask =>
  ({ procedure, principal }, input) =>
    call(procedure, principal.context, input, bad)

let database: TestDatabase
let world: World
let asked: Asked

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  const principals = (await principalsOf(world)).filter(({ account }) => !account || account.role === 'administrator')
  const cells = cellsOf(world, proceduresOf(broken), principals, newCompanyId())
  asked = await askAll(
    world,
    cells.map((cell) => ({ cell, input: aimedAt(world, cell) })),
    asks(broken),
  )
})
afterAll(() => database.drop())

const of = (path: string, findings: readonly string[]) =>
  findings.filter((finding) => finding.startsWith(`${path} by`)).length

test('a procedure that decides nothing is noticed', () => {
  expect(of('undecided', wrongRefusals(asked.outcomes))).toBeGreaterThan(50)
})

test('a mark of another tenant in an answer is noticed', () => {
  expect(of('leaking', leaksIn(world, asked.outcomes))).toBeGreaterThan(50)
})

test('a change outside the reach is noticed', () => {
  expect(of('straying', asked.strayWrites)).toBeGreaterThan(50)
})

test('a foreign company that answers otherwise than an absent one is noticed', () => {
  expect(of('telling', unlikeAnswers(asked.outcomes).findings)).toBeGreaterThan(10)
})

test('a foreign id deep in an input that is looked up across tenants is noticed', async () => {
  const peeking = router({
    peek: t.procedure
      .meta({ privilege: 'customer.view' })
      .input(z.object({ notes: z.array(z.object({ noteId: z.uuid() })) }))
      .query(({ input }) =>
        asSystem((tx) => tx.note.findMany({ where: { id: { in: input.notes.map(({ noteId }) => noteId) } } })),
      ),
  })
  const principals = await slippingPrincipals(world)
  const questions = principals.flatMap((principal) => slippedQuestions(world, proceduresOf(peeking), principal))
  const { outcomes } = await askAll(world, questions, asks(peeking))
  expect(outcomes.length).toBeGreaterThan(50)
  expect(leaksIn(world, outcomes).length).toBeGreaterThan(50)
  expect(unlikeSlips(outcomes).length).toBeGreaterThan(50)
})

test('a right that never leads to success, and an accident, are noticed', () => {
  expect(of('breaking', neverSucceeding(asked.outcomes).findings)).toBeGreaterThan(2)
  expect(of('breaking', accidentsIn(asked.outcomes))).toBeGreaterThan(50)
})
