import type { Selection } from './types'

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === 'ids' ? selection.ids.includes(id) : !selection.except.includes(id)

/** With these rows taken in or out. */
export function selecting(selection: Selection, ids: readonly string[], wanted: boolean): Selection {
  const adds = (selection.kind === 'ids') === wanted
  const list = selection.kind === 'ids' ? selection.ids : selection.except
  const next = adds ? [...new Set([...list, ...ids])] : list.filter((id) => !ids.includes(id))
  return selection.kind === 'ids' ? { kind: 'ids', ids: next } : { kind: 'matching', except: next }
}

/** How many are selected; `null` while it is not known how many match. */
export function selectedCount(selection: Selection, matching: number | null | undefined): number | null {
  if (selection.kind === 'ids') return selection.ids.length
  return matching === null || matching === undefined ? null : Math.max(0, matching - selection.except.length)
}

/** Nothing at all is selected: also when everything that matches was taken out again. */
export const isNothing = (selection: Selection, matching?: number | null): boolean =>
  selectedCount(selection, matching) === 0

/** The state of the tick above a page of rows. */
export function pageTick(selection: Selection, ids: readonly string[]): 'all' | 'some' | 'none' {
  const count = ids.filter((id) => isSelected(selection, id)).length
  if (count === 0) return 'none'
  return count === ids.length ? 'all' : 'some'
}
