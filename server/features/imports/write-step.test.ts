import { expect, test } from 'vitest'
import { lanesFor } from './write-step'

test('as many chunks at once as the machine has cores for, never all connections, at least one', () => {
  expect([1, 2, 3, 4, 6, 8, 64].map((cores) => lanesFor(cores, 20))).toEqual([1, 2, 2, 2, 3, 4, 4])
  expect([1, 2, 3, 20].map((connections) => lanesFor(8, connections))).toEqual([1, 1, 2, 4])
})
