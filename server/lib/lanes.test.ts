import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inLanes } from './lanes'

const items = Array.from({ length: 20 }, (_, i) => i)

test('every item is done once, two at a time, and they begin in their order', async () => {
  const begun: number[] = []
  const done: number[] = []
  let underWay = 0
  let most = 0
  await inLanes(items, 2, async (item, hasBegun) => {
    underWay += 1
    most = Math.max(most, underWay)
    // An item that is slow to begin is not overtaken.
    for (let turns = 0; turns < (item % 3) * 5; turns++) await turn()
    begun.push(item)
    hasBegun()
    for (let turns = 0; turns < (item % 2) * 9; turns++) await turn()
    done.push(item)
    underWay -= 1
    return true
  })
  expect(begun).toEqual(items)
  expect(done.toSorted((a, b) => a - b)).toEqual(items)
  expect(most).toBe(2)
})

test('an item that answers false ends it; what is under way is finished, nothing else begins', async () => {
  const done: number[] = []
  await inLanes(items, 2, async (item, hasBegun) => {
    hasBegun()
    await turn()
    done.push(item)
    return item < 4
  })
  expect(done.length).toBeLessThanOrEqual(6)
  expect(done).toEqual(items.slice(0, done.length))
})

test('when one fails, the others are over before that is thrown', async () => {
  let underWay = 0
  const failing = inLanes(items, 3, async (item, hasBegun) => {
    underWay += 1
    hasBegun()
    for (let turns = 0; turns < 20 && item !== 1; turns++) await turn()
    underWay -= 1
    if (item === 1) throw new Error('no')
    return true
  })
  await expect(failing).rejects.toThrow('no')
  expect(underWay).toBe(0)
})
