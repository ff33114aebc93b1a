import { expect, test } from 'vitest'
import { email } from '@/server/lib/text'
import { loginName } from './schema'

const takes = (schema: typeof loginName | typeof email, text: string) => schema.safeParse(text).success

test('a login name is of plain letters: none that only looks like another', () => {
  expect(takes(loginName, 'admin_1-A')).toBe(true)
  expect(loginName.parse('  admin ')).toBe('admin')
  const alike = [
    '\u0430dmin',
    'adm\u0456n',
    'ａdmin',
    'admi\u0144',
    'ad\u200bmin',
    'admin\u0301',
    'ad min',
    'admin\n2',
    'adm',
  ]
  expect(alike.filter((name) => takes(loginName, name))).toEqual([])
})

test('an e-mail address is one, without a name, a break or a second recipient', () => {
  expect(takes(email, 'ada+licences@example.org')).toBe(true)
  const refused = [
    'a@example.org,b@example.org',
    'a@example.org;b@example.org',
    'a@example.org b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a\n@example.org',
    'Ada <a@example.org>',
    '"a@example.org, b"@example.org',
    'a@example.org%0aBcc:b@example.org',
    'a@',
    `${'a'.repeat(120)}@example.org`,
  ]
  expect(refused.filter((address) => takes(email, address))).toEqual([])
})
