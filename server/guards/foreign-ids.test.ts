import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { type Asked, accidentsIn, askAll, leaksIn, type Question } from './matrix'
import { fewOfEach, type Slipped, slippedQuestions, slippingPrincipals, unlikeSlips } from './slips'
import { procedures } from './surface'

let database: TestDatabase
let world: World
let questions: Question<Slipped>[]
let asked: Asked<Slipped>

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const all = (await slippingPrincipals(world)).map((principal) => slippedQuestions(world, procedures(), principal))
  questions = fewOfEach(all.flat())
  asked = await askAll(world, questions)
}, 600_000)
afterAll(() => database.drop())

const short = (findings: readonly string[]) => findings.slice(0, 20)
test('places for ids are found in many procedures, in lists and below other fields', () => {
  const places = new Set(questions.map(({ cell }) => `${cell.procedure.path} ${cell.place}`))
  expect(places.size).toBeGreaterThan(25)
  expect([...places].some((place) => /\.\d+$/.test(place))).toBe(true)
  expect(asked.outcomes.length).toBe(questions.length)
})

test('a foreign id in any place is answered exactly as one that never was', () => {
  expect(short(unlikeSlips(asked.outcomes))).toEqual([])
})

test('a foreign id in any place shows nothing, writes nothing outside and breaks nothing', () => {
  expect(short(leaksIn(world, asked.outcomes))).toEqual([])
  expect(short(asked.strayWrites)).toEqual([])
  expect(short(accidentsIn(asked.outcomes))).toEqual([])
})
