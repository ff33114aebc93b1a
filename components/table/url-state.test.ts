import { expect, test } from 'vitest'
import { nextSort } from './sort'
import { choicesOf, daysOf, queryOf, readTableState, stateOfQuery } from './url-state'

const KEYS = ['status', 'created']

test('the address bar is read into a state, and what is no filter of the list is passed over', () => {
  const state = readTableState({ q: 'nord', sort: '-name', after: 'x', status: ['enabled', 'second'], evil: '1' }, KEYS)
  expect(state).toEqual({
    search: 'nord',
    sort: '-name',
    after: 'x',
    before: null,
    columns: null,
    filters: { status: 'enabled' },
  })
})

test('an empty value is none', () => {
  expect(readTableState({ q: '', status: '', created: undefined }, KEYS)).toEqual(readTableState({}, KEYS))
})

test('a saved view keeps everything but the page, in one spelling', () => {
  const state = readTableState({ created: '2026-01-01..', status: 'enabled', q: 'a b&c', before: 'y' }, KEYS)
  const query = queryOf(state)
  expect(query).toBe('q=a+b%26c&created=2026-01-01..&status=enabled')
  expect(stateOfQuery(query, KEYS)).toEqual({ ...state, before: null })
})

test('values of several choices and of days are taken apart', () => {
  expect(choicesOf('a,,b')).toEqual(['a', 'b'])
  expect(choicesOf(undefined)).toEqual([])
  expect(daysOf('2026-01-01..')).toEqual({ from: '2026-01-01', to: '' })
  expect(daysOf('..2026-01-01')).toEqual({ from: '', to: '2026-01-01' })
})

test('a header sorts its way, then the other, then not at all', () => {
  expect(nextSort(null, 'name')).toBe('name')
  expect(nextSort('name', 'name')).toBe('-name')
  expect(nextSort('-name', 'name')).toBeNull()
  expect(nextSort('-units', 'units', 'desc')).toBe('units')
  expect(nextSort('city', 'units', 'desc')).toBe('-units')
})
