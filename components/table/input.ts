import { isCompanyId, isUuid } from '@/server/lib/id-form'
import type { TableState } from './types'

// From the text of an address bar to the input of a list's query, without the schemas: they would weigh more than the list.

/** Those of `values` that are offered; nothing where none is. */
export const among = <Value extends string>(
  offered: readonly Value[],
  values: readonly string[],
): Value[] | undefined => {
  const known = offered.filter((value) => values.includes(value))
  return known.length > 0 ? known : undefined
}
export const some = <Value>(values: Value[]): Value[] | undefined => (values.length > 0 ? values : undefined)

const isDay = (text: string): boolean =>
  /^(19|2\d)\d\d-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
export const day = (text: string): string | undefined => (isDay(text) ? text : undefined)
export const words = (text: string | undefined, max: number): string | undefined =>
  text?.trim().slice(0, max) || undefined

/** Without what is undefined: server and browser name a query by its input. */
export const withoutGaps = <Input extends object>(input: Input): Input =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Input

export const uuid = (text: string | undefined): string | undefined => (text && isUuid(text) ? text : undefined)
export const companyId = (text: string | undefined): string | undefined =>
  text && isCompanyId(text) ? text : undefined

/** Where the page of an address bar begins or ends, by marks as the list writes them. */
export function marks({ after, before }: Pick<TableState, 'after' | 'before'>, isMark = (text: string) => text !== '') {
  if (after && isMark(after)) return { after }
  return before && isMark(before) ? { before } : {}
}

/** The order that an address bar names; by name where it names none that is offered. */
export function orderOf<Sort extends string>(
  { sort }: Pick<TableState, 'sort'>,
  offered: readonly ('name' | Sort)[],
): { sort: 'name' | Sort; descending: boolean } {
  const [field = 'name'] = among(offered, [sort?.replace(/^-/, '') ?? '']) ?? []
  return { sort: field, descending: sort === `-${field}` }
}
