import { newCompanyId } from '@/server/lib/ids'
import type { World, WorldCompany } from '@/server/testing/world'
import { aimedAt, type Cell } from './cells'
import { type IdPlace, idPlacesIn, idsOf, strangersOf, variantsAt } from './id-places'
import { nameOf, type Outcome, type Question } from './matrix'
import { type Principal, principalsOf, refusalFor } from './principals'
import type { Procedure } from './surface'
import { idWords } from './words'
import type { Size, Words } from './zod-samples'

/** A cell with a foreign id, or one that never was, slipped in at a place. */
export type Slipped = Cell & { size: Size; place: string; variant: number; stranger: string; ids: readonly string[] }

/** Who slips ids in: those who may most, in each kind of company. */
export async function slippingPrincipals(world: World): Promise<Principal[]> {
  const { one } = world
  const tried = [one.top, one.msp, one.reseller, one.customer].flatMap(({ accounts }) => [
    accounts.administrator.id,
    accounts.customerAccountManager.id,
  ])
  return (await principalsOf(world)).filter(({ account }) => account && tried.includes(account.id))
}

/** Every place for an id in every procedure that this one may use on its own company or a customer of it. */
export function slippedQuestions(
  world: World,
  procedures: readonly Procedure[],
  principal: Principal,
): Question<Slipped>[] {
  const { one } = world
  const own = Object.values(one).find(({ id }) => id === principal.account?.companyId)
  const below = Object.values(one).find(({ kind, parentScope }) => kind === 'customer' && parentScope === own?.scope)
  const companies = [own, below].filter((company): company is WorldCompany => company !== undefined)
  return companies.flatMap((company) =>
    procedures.flatMap((procedure) => {
      const target = { name: company.name, id: company === own ? undefined : company.id, company }
      if (!procedure.privilege || refusalFor(principal, procedure.privilege, target) !== null) return []
      return (['minimal', 'full'] as const).flatMap((size) => {
        const input = aimedAt(world, { procedure, principal, target }, size)
        return idPlacesIn(input, idsOf(world)).flatMap((place) =>
          slips(world, { procedure, principal, target, expected: null, size }, input, place, company),
        )
      })
    }),
  )
}

/** Ids of what is read from below. */
const HANDED_DOWN = /^(product|component|suite|software|fresh)Ids?$|([pP]lan|[dD]ataCentre)Ids?$/

/** The names under which a value is known, the name of its place first. */
const namesOf = (value: unknown, place: string, words: Words): string[] =>
  [place, ...Object.keys(words)].filter((key) => words[key]?.includes(value))

function slips(
  world: World,
  cell: Cell & { size: Size },
  input: unknown,
  place: IdPlace,
  company: WorldCompany,
): Question<Slipped>[] {
  const { account } = cell.principal
  const there = place.path.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], input)
  const never = String(there).length < 20 ? newCompanyId() : crypto.randomUUID()
  const [key = place.name] = namesOf(there, place.name, idWords(world, company, account))
  const foreign = strangersOf(world, cell.principal).flatMap((stranger) => {
    const [id] = idWords(world, stranger, null)[key] ?? []
    // What is handed down to this one is no stranger's.
    const isShared = id === there || (HANDED_DOWN.test(key) && account?.scope.startsWith(stranger.scope))
    return isShared ? [] : { stranger: stranger.name, id: String(id ?? '') }
  })
  return [...foreign, { stranger: 'never was', id: never }].flatMap(({ stranger, id }) =>
    variantsAt(input, place, id).map((slipped, variant) => ({
      cell: { ...cell, place: place.path.join('.'), variant, stranger, ids: [id] },
      input: slipped,
    })),
  )
}

/** Of how many principals each place is tried by, and with how many strangers' ids. */
const TRIES = 2
const STRANGERS = 3

/** As many questions as the suite has time for: every place of every procedure, tried by some and with ids of some, in turn. */
export function fewOfEach(questions: readonly Question<Slipped>[]): Question<Slipped>[] {
  const places = Map.groupBy(questions, ({ cell }) => `${cell.procedure.path} ${cell.place} ${cell.variant}`)
  return [...places.values()].flatMap((ofPlace, turn) => {
    const tries = [...Map.groupBy(ofPlace, ({ cell }) => `${nameOf(cell)} ${cell.size}`).values()]
    const chosen = rotated(tries, turn * TRIES).slice(0, TRIES)
    return chosen.flatMap((ofTry) => {
      const twins = ofTry.filter(({ cell }) => cell.stranger === 'never was')
      const strangers = ofTry.filter(({ cell }) => cell.stranger !== 'never was')
      return [...twins, ...rotated(strangers, turn).slice(0, STRANGERS)]
    })
  })
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const start = list.length > 0 ? by % list.length : 0
  return [...list.slice(start), ...list.slice(0, start)]
}

/** An answer without what differs from call to call: the id itself, ids just made, instants. */
const bare = ({ answer, ids }: Outcome<Slipped>) =>
  ids
    .reduce((body, id) => body.replaceAll(id, '·'), `${answer.status} ${answer.body}`)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '·')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '·')

/** Foreign ids that were not answered exactly as one that never was. */
export function unlikeSlips(outcomes: readonly Outcome<Slipped>[]): string[] {
  const keyOf = (outcome: Slipped) => `${nameOf(outcome)}, ${outcome.size}, ${outcome.place}, ${outcome.variant}`
  const absent = new Map(
    outcomes.filter(({ stranger }) => stranger === 'never was').map((outcome) => [keyOf(outcome), bare(outcome)]),
  )
  return outcomes.flatMap((outcome) => {
    const twin = absent.get(keyOf(outcome))
    return bare(outcome) === twin ? [] : `${keyOf(outcome)} of ${outcome.stranger}: ${bare(outcome)} | ${twin}`
  })
}
