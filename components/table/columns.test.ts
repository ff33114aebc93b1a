import { describe, expect, test } from 'vitest'
import { clampWidth, moveColumn, shownColumns, widthOf, writeColumns } from './columns'
import type { ColumnSpec } from './types'

const cell = () => null
const SPECS: ColumnSpec<unknown>[] = [
  { key: 'name', header: 'Company', cell, width: 240 },
  { key: 'contact', header: 'Contact', cell },
  { key: 'phone', header: 'Phone', cell, minWidth: 200 },
  { key: 'city', header: 'City', cell, optional: true },
]
const keysOf = (chosen: string | null) => shownColumns(SPECS, chosen).map(({ key }) => key)

describe('columns in the address bar', () => {
  test('without a choice the columns that are not optional stand in their order', () => {
    expect(keysOf(null)).toEqual(['name', 'contact', 'phone'])
  })

  test('a choice gives order, optional columns and widths', () => {
    const shown = shownColumns(SPECS, 'name,city:200,contact')
    expect(shown.map(({ key, widthSet }) => [key, widthSet])).toEqual([
      ['name', null],
      ['city', 200],
      ['contact', null],
    ])
  })

  test('the first column is always there, and first', () => {
    expect(keysOf('city')).toEqual(['name', 'city'])
    expect(keysOf('city,name')).toEqual(['name', 'city'])
  })

  test('an address of another time is passed over, not broken', () => {
    expect(keysOf('gone,contact,contact,:,name:abc')).toEqual(['name', 'contact'])
    expect(keysOf('gone')).toEqual(['name', 'contact', 'phone'])
    expect(shownColumns(SPECS, 'name,contact:-5').map(({ widthSet }) => widthSet)).toEqual([null, null])
  })

  test('what is read is what was written, and the default is not written', () => {
    const shown = shownColumns(SPECS, 'name:300,phone,city')
    expect(writeColumns(SPECS, shown)).toBe('name:300,phone,city')
    expect(writeColumns(SPECS, shownColumns(SPECS, null))).toBeNull()
  })

  test('widths stay within what can be used', () => {
    expect(clampWidth(3)).toBe(64)
    expect(clampWidth(5000)).toBe(960)
    expect(shownColumns(SPECS, null).map(widthOf)).toEqual([240, 140, 200])
  })

  test('columns move, but never before the first', () => {
    const shown = shownColumns(SPECS, null)
    expect(moveColumn(shown, 2, 1).map(({ key }) => key)).toEqual(['name', 'phone', 'contact'])
    expect(moveColumn(shown, 1, 0).map(({ key }) => key)).toEqual(['name', 'contact', 'phone'])
    expect(moveColumn(shown, 0, 2).map(({ key }) => key)).toEqual(['name', 'contact', 'phone'])
  })
})
