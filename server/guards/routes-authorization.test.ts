import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import type { Context } from '@/server/trpc/context'
import { answerOf } from './attempts'
import { type Cell, cellsOf } from './cells'
import { type Asked, accidentsIn, askAll, leaksIn, neverSucceeding, unlikeAnswers, wrongRefusals } from './matrix'
import { principalsOf } from './principals'
import { requestFor } from './route-requests'
import { type Procedure, type RouteHandler, routeHandlers } from './surface'

const running = vi.hoisted(() => ({ context: null as Context | null }))

// The web gives the context of the running request; here the one who asks stands behind it.
vi.mock('@/server/trpc/request-context', async () => {
  const { AsyncLocalStorage } = await import('node:async_hooks')
  const store = new AsyncLocalStorage<Context>()
  return { currentContext: async () => store.getStore() ?? running.context, store }
})

let database: TestDatabase
let world: World
let handlers: RouteHandler[]
let asked: Asked

const isRead = ({ method }: RouteHandler) => method === 'GET' || method === 'HEAD'
const asProcedure = (handler: RouteHandler): Procedure => ({
  path: `${handler.address} ${handler.method}`,
  type: isRead(handler) ? 'query' : 'mutation',
  privilege: handler.privilege,
  open: null,
  inputs: [],
})

async function ask({ procedure, principal, target }: Cell) {
  const handler = handlers.find(({ address, method }) => `${address} ${method}` === procedure.path)
  if (!handler) throw new Error(procedure.path)
  const { store } = (await import('@/server/trpc/request-context')) as unknown as {
    store: { run<T>(context: Context, fn: () => T): T }
  }
  const request = requestFor(world, handler, principal, target)
  return store.run(principal.context, async () => answerOf(await handler.handle(request)))
}

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  handlers = (await routeHandlers()).filter(({ privilege }) => privilege !== null)
  const cells = cellsOf(world, handlers.map(asProcedure), await principalsOf(world), 'zzzzzzzzzzzz')
  asked = await askAll(
    world,
    cells.map((cell) => ({ cell, input: null })),
    ask,
  )
}, 300_000)
afterAll(() => database.drop())

const short = (findings: readonly string[]) => findings.slice(0, 20)

test('every route handler with a privilege is asked by everybody for every company', () => {
  expect(handlers.length).toBeGreaterThan(0)
  expect(asked.outcomes.length).toBeGreaterThan(handlers.length * 100)
})

test('whom the table refuses is refused by routes too; foreign and absent alike; no accident', () => {
  expect(short(wrongRefusals(asked.outcomes))).toEqual([])
  expect(short(unlikeAnswers(asked.outcomes).findings)).toEqual([])
  expect(short(accidentsIn(asked.outcomes))).toEqual([])
})

test('no file and no answer shows a mark of another tenant, and nothing is written outside the reach', () => {
  expect(short(leaksIn(world, asked.outcomes))).toEqual([])
  expect(short(asked.strayWrites)).toEqual([])
})

test('each route succeeds at least once for each kind of company and role that may use it', () => {
  expect(neverSucceeding(asked.outcomes).findings).toEqual([])
})
