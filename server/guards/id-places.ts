import { companiesOf, type World, type WorldCompany } from '@/server/testing/world'
import type { Principal } from './principals'
import { idWords } from './words'

/** Where in an input an id stands, and under which name. */
export type IdPlace = { path: readonly (string | number)[]; name: string }

/** Every id of the world in an input, however deep, except the `companyId` that aims the procedure as a whole. */
export function idPlacesIn(
  value: unknown,
  known: ReadonlySet<unknown>,
  path: readonly (string | number)[] = [],
): IdPlace[] {
  if (known.has(value)) {
    const name = path.findLast((part) => typeof part === 'string')
    return path.length === 1 && name === 'companyId' ? [] : [{ path, name: String(name ?? '') }]
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => idPlacesIn(item, known, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => idPlacesIn(item, known, [...path, key]))
}

/** All ids of the world, whatever they name. */
export const idsOf = (world: World): Set<unknown> =>
  new Set(
    companiesOf(world).flatMap((company) =>
      [null, ...Object.values(company.accounts)].flatMap((account) =>
        Object.values(idWords(world, company, account)).flat(),
      ),
    ),
  )

/** A copy of `value` with something else at `path`. */
export function replacedAt(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? replacedAt(item, rest, by) : item))
  const record = value as Record<string, unknown>
  return { ...record, [first]: replacedAt(record[first], rest, by) }
}

/** `foreign` in the place of what stands there; in a list also beside it. */
export function variantsAt(input: unknown, { path }: IdPlace, foreign: unknown): unknown[] {
  const replaced = replacedAt(input, path, foreign)
  const isInList = typeof path.at(-1) === 'number'
  if (!isInList) return [replaced]
  const listPath = path.slice(0, -1)
  const list = listPath.reduce<unknown>((value, part) => (value as Record<string | number, unknown>)[part], input)
  return [replaced, replacedAt(input, listPath, [...(list as unknown[]), foreign])]
}

/** Whose ids somebody might slip in: of companies above, beside and in the other channel, never in the reach. */
export const strangersOf = (world: World, { account }: Principal): WorldCompany[] => {
  const { one, two } = world
  return [one.top, one.sibling, one.siblingCustomer, one.secondCustomer, two.top, two.msp, two.customer].filter(
    ({ scope }) => account && !scope.startsWith(account.scope),
  )
}
