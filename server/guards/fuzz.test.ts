import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { PRIVILEGES } from '@/server/access/privileges'
import { DEFAULT_LOCALE } from '@/server/i18n/locales'
import { messagesOf } from '@/server/i18n/messages'
import { contextOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { undoing } from '@/server/testing/undo'
import { makeWorld, type World } from '@/server/testing/world'
import { t } from '@/server/trpc/init'
import { router } from '@/server/trpc/procedures'
import { type Answer, callWith } from './attempts'
import { ENORMOUS, hostileInputs } from './hostile'
import { flatten, namesIn } from './message-files'
import { type Procedure, procedures, proceduresOf } from './surface'
import { wordsFor } from './words'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => database.drop())

type Tried = { procedure: Procedure; name: string; answer: Answer }
const sentences = flatten(messagesOf(DEFAULT_LOCALE))

type Shape = { error?: { data?: { refusal?: Refusal } } }
type Refusal = { code: string; params: object; issues?: { path: string; code: string; params: object }[] }

const lacks = (key: string, params: object) => {
  const sentence = sentences.get(key)
  if (sentence === undefined) return [`no sentence for ${key}`]
  const missing = namesIn(sentence).filter((name) => !(name in params))
  return missing.length > 0 ? [`${key} needs ${missing.join(', ')}`] : []
}

/** What is wrong with an answer to nonsense: an accident, a stack, a refusal that no sentence can be made of. */
function findingsIn({ procedure, name, answer }: Tried): string[] {
  const said: string[] = []
  if (answer.status >= 500) said.push(`${answer.status}`)
  if (/\bat (async )?\S+ \(?(\/|file:|node:)|node_modules|PrismaClient|\bselect\b.*\bfrom\b/i.test(answer.body))
    said.push(answer.body.slice(0, 300))
  for (const { error } of answer.status < 400 ? [] : (JSON.parse(answer.body) as Shape[])) {
    const refusal = error?.data?.refusal
    if (!refusal) said.push(`no refusal: ${answer.body.slice(0, 200)}`)
    else {
      if (refusal.code !== 'internal') said.push(...lacks(`errors.${refusal.code}`, refusal.params))
      for (const { code, params } of refusal.issues ?? []) said.push(...lacks(`errors.field.${code}`, params))
    }
  }
  return said.map((what) => `${procedure.path}: ${name}: ${what}`)
}

/** Tries every hostile value in every place of every procedure, signed in as an administrator who may. */
async function fuzz(
  found: readonly Procedure[],
  inputsOf: (procedure: Procedure) => { name: string; json: string }[],
  bad?: Parameters<typeof callWith>[3],
): Promise<Tried[]> {
  const [nobody, top, msp] = await Promise.all([null, world.one.top.admin, world.one.msp.admin].map(contextOf))
  const whoMay = ({ privilege }: Procedure) =>
    privilege === null ? nobody : PRIVILEGES[privilege].kinds.some((kind) => kind === 'distributor') ? top : msp
  const tried: Tried[] = []
  const waiting = found.flatMap((procedure) =>
    inputsOf(procedure).flatMap(({ name, json }) => {
      const context = whoMay(procedure)
      return context ? { procedure, name, json, context } : []
    }),
  )
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { procedure, name, json, context } = next
      tried.push({ procedure, name, answer: await callWith(procedure, context, `{"0":${json}}`, bad) })
    }
  }
  await undoing(() => Promise.all([lane(), lane(), lane(), lane()]))
  return tried
}

const words = () => wordsFor(world, world.one.topCustomer, world.one.top.admin)
const hostile = ({ inputs }: Procedure) => hostileInputs(inputs, words())
/** One of each kind is enough to mend it. */
const short = (findings: readonly string[]) =>
  [...new Map(findings.map((finding) => [finding.replace(/: .*: /, ' '), finding])).values()].slice(0, 40)

test('no nonsense in any place of any procedure is an accident, shows a stack or a query, or lacks a sentence', async () => {
  const tried = await fuzz(procedures(), hostile)
  expect(tried.length).toBeGreaterThan(5_000)
  expect(short(tried.flatMap(findingsIn))).toEqual([])
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('isAdmin' in {}).toBe(false)
}, 600_000)

test('neither 10 MB of text nor 200,000 levels break a change (an address would not hold them)', async () => {
  const changes = procedures().filter(({ type }) => type === 'mutation')
  const tried = await fuzz(changes, () => [...ENORMOUS])
  expect(short(tried.flatMap(findingsIn))).toEqual([])
}, 300_000)

test('the guard fires: a procedure that trusts its input, one that shows its stack, a code without a sentence', async () => {
  const bad = router({
    trusting: t.procedure.input((value: unknown) => value as { name: string }).query(({ input }) => input.name.trim()),
    telling: t.procedure.query(() => new Error('x').stack),
  })
  const findings = (await fuzz(proceduresOf(bad), hostile, bad)).flatMap(findingsIn).join('\n')
  expect(findings).toMatch(/^trusting: whole null: 500/m)
  expect(findings).toMatch(/^telling: .* at /m)
  expect(lacks('errors.nobodyWroteThis', {})).toHaveLength(1)
  expect(lacks('errors.signInLocked', {})).toEqual(['errors.signInLocked needs minutes'])
})
