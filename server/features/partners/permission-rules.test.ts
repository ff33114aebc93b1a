import { expect, test } from 'vitest'
import { mayMoveRemote } from './permission-rules'

const open = { id: 'frankfurt', enabled: true }
const other = { id: 'dublin', enabled: true }
const closed = { id: 'london', enabled: false }
const unused = { customers: 0, plans: 0 }

test.each([
  ['is given', null, open, unused, null],
  ['moves while nothing depends on it', open, other, unused, null],
  ['ends while nothing depends on it', open, null, unused, null],
  ['leaves a centre that was closed since', closed, open, unused, null],
  ['does not begin in a closed centre', null, closed, unused, 'dataCentreClosed'],
  ['does not move to a closed centre', open, closed, unused, 'dataCentreClosed'],
  ['stays while customers are managed', open, other, { customers: 3, plans: 0 }, 'remoteManagementInUse'],
  ['does not end while plans issue such licences', open, null, { customers: 0, plans: 1 }, 'remoteManagementInUse'],
  ['is given also where licences from before are managed', null, open, { customers: 3, plans: 1 }, null],
  ['is not given twice', open, open, unused, 'nothingChanges'],
  ['is not taken twice', null, null, unused, 'nothingChanges'],
])('remote management %s', (_, before, to, use, code) => {
  const decision = mayMoveRemote(before, to, use)
  expect(decision.ok ? null : decision.code).toBe(code)
})
