import { expect, test } from 'vitest'
import { OperationKind } from '@/prisma/generated/enums'
import { PRIVILEGES } from '@/server/access/privileges'
import type { OperationDefinition } from '@/server/features/operations/kinds'
import { JOBS } from '@/server/jobs/kinds'
import { OPERATIONS } from '@/server/jobs/operations'

/** Kinds of jobs that need no privilege of their own, with the reason. */
const HOUSEKEEPING: Readonly<Record<string, string>> = {
  operation: 'each step asks for the privilege of its operation, as the person is now (jobs/step.ts)',
  mail: 'sends what a change with a privilege has written down',
  licenceActivate: 'the first sign-in itself, of whoever may sign in',
  licenceDays: 'the passing of days: nobody asks for it',
  foldTally: 'adds up what changes with a privilege have counted',
  passwordLink: 'asked for by strangers, answered alike to all of them, told only to the address of the account',
}

const operationFindings = (
  kinds: readonly string[],
  operations: Readonly<Record<string, Pick<OperationDefinition, 'privilege'> | undefined>>,
) =>
  kinds.flatMap((kind) => {
    const privilege = operations[kind]?.privilege
    if (!privilege || !(privilege in PRIVILEGES)) return [`${kind}: no privilege`]
    return PRIVILEGES[privilege].access === 'read'
      ? [`${kind}: changes things with the reading privilege ${privilege}`]
      : []
  })

const jobFindings = (kinds: readonly string[]) => kinds.filter((kind) => !(kind in HOUSEKEEPING))

test('every kind of long-running work has a privilege to change things', () => {
  expect(operationFindings(Object.keys(OperationKind), OPERATIONS)).toEqual([])
})

test('every kind of job has a privilege or stands in the list', () => {
  expect(jobFindings(Object.keys(JOBS))).toEqual([])
  expect(Object.keys(HOUSEKEEPING).filter((kind) => !(kind in JOBS))).toEqual([])
})

test('the guard fires: work without a definition, with an invented privilege, with one to read; a job nobody declared', () => {
  const operations = {
    invented: { privilege: 'customer.steal' as 'customer.view' },
    reading: { privilege: 'customer.view' as const },
  }
  expect(operationFindings(['missing', 'invented', 'reading'], operations)).toEqual([
    'missing: no privilege',
    'invented: no privilege',
    expect.stringContaining('reading: changes things'),
  ])
  expect(jobFindings(['sweep'])).toEqual(['sweep'])
})
