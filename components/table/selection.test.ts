import { describe, expect, test } from 'vitest'
import { isNothing, isSelected, pageTick, selectedCount, selecting } from './selection'
import { NOTHING, type Selection } from './types'

const ALL: Selection = { kind: 'matching', except: [] }

describe('selection', () => {
  test('rows are taken in and out, each once', () => {
    const two = selecting(selecting(NOTHING, ['a', 'b'], true), ['b'], true)
    expect(two).toEqual({ kind: 'ids', ids: ['a', 'b'] })
    expect(selecting(two, ['a'], false)).toEqual({ kind: 'ids', ids: ['b'] })
  })

  test('of all that match, rows taken out become exceptions and come back', () => {
    const without = selecting(ALL, ['a', 'b'], false)
    expect(without).toEqual({ kind: 'matching', except: ['a', 'b'] })
    expect(isSelected(without, 'a')).toBe(false)
    expect(isSelected(without, 'never seen')).toBe(true)
    expect(selecting(without, ['a'], true)).toEqual({ kind: 'matching', except: ['b'] })
  })

  test('the count of all that match waits for how many match', () => {
    expect(selectedCount(ALL, undefined)).toBeNull()
    expect(selectedCount({ kind: 'matching', except: ['a'] }, 4978)).toBe(4977)
    expect(selectedCount({ kind: 'ids', ids: ['a'] }, undefined)).toBe(1)
  })

  test('nothing is nothing, also when the last of all that match was taken out', () => {
    expect(isNothing(NOTHING)).toBe(true)
    expect(isNothing({ kind: 'matching', except: ['a', 'b'] }, 2)).toBe(true)
    expect(isNothing(ALL, undefined)).toBe(false)
  })

  test('the tick above a page knows some from all', () => {
    const one: Selection = { kind: 'ids', ids: ['a'] }
    expect(pageTick(one, ['a'])).toBe('all')
    expect(pageTick(one, ['a', 'b'])).toBe('some')
    expect(pageTick(one, ['b'])).toBe('none')
    expect(pageTick(ALL, [])).toBe('none')
  })
})
