import { expect, test } from 'vitest'
import { z } from 'zod'
import { issuesOf } from './field-issues'

const form = z.object({
  name: z.string().min(1).max(3),
  slug: z.string().min(2),
  units: z.number().max(9),
  tags: z.array(z.string()).min(1).max(1),
  login: z.string().max(2, 'loginName'),
})

const codes = (typed: unknown) =>
  issuesOf(form.safeParse(typed).error)?.map(({ path, code, params }) => [path, code, params])

test('what is too much or too little says of what: characters, entries, or a figure', () => {
  expect(codes({ name: 'long', slug: 'a', units: 10, tags: ['a', 'b'], login: 'abc' })).toEqual([
    ['name', 'tooLong', { max: 3 }],
    ['slug', 'tooShort', { min: 2 }],
    ['units', 'tooLarge', { max: 9 }],
    ['tags', 'tooMany', { max: 1 }],
    ['login', 'loginName', { max: 2 }],
  ])
  expect(codes({ name: '', slug: 'ab', units: 1, tags: [], login: '' })).toEqual([
    ['name', 'required', {}],
    ['tags', 'required', {}],
  ])
})
