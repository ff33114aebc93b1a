import { expect, test } from 'vitest'
import { PRIVILEGES } from '@/server/access/privileges'
import { t } from '@/server/trpc/init'
import { router } from '@/server/trpc/procedures'
import { type Procedure, procedures, proceduresOf } from './surface'

/** What anybody may call. A new one is a decision: it stands here with the issue that asked for it. */
const OPEN: readonly string[] = [
  'register.look',
  'register.redeem',
  'signIn.choosePassword',
  'signIn.forgot',
  'signIn.link',
  'signIn.page',
  'trial.look',
  'trial.request',
]

/** Changes that need no more than a right to read: what a person keeps for herself, and files of what she may see. */
const READERS_MAY_CHANGE: readonly string[] = ['self.personalData']

function findingsOf(found: readonly Procedure[]): string[] {
  return found.flatMap(({ path, type, privilege, open }) => {
    if (type === 'subscription') return [`${path}: subscriptions are not walked by the authorization tests`]
    if (open !== null) return OPEN.includes(path) ? [] : [`${path}: open, and not in the list`]
    if (privilege === null) return [`${path}: no privilege`]
    const { access } = PRIVILEGES[privilege]
    if (type === 'mutation' && access === 'read' && !READERS_MAY_CHANGE.includes(path)) {
      return [`${path}: changes something with the reading privilege ${privilege}; a suspended company could`]
    }
    return []
  })
}

test('every procedure is born with a privilege or stands in the short open list', () => {
  expect(procedures().length).toBeGreaterThan(10)
  expect(findingsOf(procedures())).toEqual([])
})

test('the lists name only what exists', () => {
  const paths = procedures().map(({ path }) => path)
  expect([...OPEN, ...READERS_MAY_CHANGE].filter((path) => !paths.includes(path))).toEqual([])
})

test('the guard fires: a procedure without privilege, one with an invented privilege, one that is open, a reader that changes', () => {
  const bad = router({
    bare: t.procedure.query(() => null),
    invented: t.procedure.meta({ privilege: 'customer.steal' as 'customer.view' }).query(() => null),
    open: t.procedure.meta({ open: 'because' }).query(() => null),
    inner: router({ change: t.procedure.meta({ privilege: 'customer.view' }).mutation(() => null) }),
  })
  expect(findingsOf(proceduresOf(bad))).toEqual([
    'bare: no privilege',
    'invented: no privilege',
    'open: open, and not in the list',
    expect.stringContaining('inner.change: changes something'),
  ])
})
