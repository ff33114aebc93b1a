import { expect, test } from 'vitest'
import * as enums from '@/prisma/generated/enums'
import { COMPANY_KINDS, PRIVILEGES, ROLES } from '@/server/access/privileges'
import { DEFAULT_LOCALE, LOCALES } from '@/server/i18n/locales'
import { messagesOf } from '@/server/i18n/messages'
import { ERRORS } from '@/server/lib/errors'
import { flatten, parityFindings, typographyFindings } from './message-files'

const source = flatten(messagesOf(DEFAULT_LOCALE))
const others = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE)

test.each(others)('%s says everything that the source says, with the same arguments', (locale) => {
  expect(source.size).toBeGreaterThan(100)
  expect(parityFindings(source, flatten(messagesOf(locale)))).toEqual([])
})

test.each(LOCALES)('%s is set as a typographer would', (locale) => {
  expect(typographyFindings(locale, flatten(messagesOf(locale)))).toEqual([])
})

test('every refusal has a sentence; every privilege, kind, role and status a name', () => {
  const needed = [
    ...Object.keys(ERRORS).map((code) => `errors.${code}`),
    ...Object.keys(PRIVILEGES).map((name) => `access.privilege.${name}`),
    ...COMPANY_KINDS.map((kind) => `access.kind.${kind}`),
    ...ROLES.map((role) => `access.role.${role}`),
    ...Object.keys(enums.CompanyStatus).map((status) => `access.status.${status}`),
    ...Object.keys(enums.OperationKind).map((kind) => `operations.kind.${kind}`),
    ...Object.keys(enums.OperationState).map((state) => `operations.state.${state}`),
    ...Object.keys(enums.ItemState).map((state) => `operations.item.${state}`),
  ]
  expect(needed.filter((key) => !source.has(key))).toEqual([])
})

test('the guard fires: missing, empty, too many, other arguments, other options, unreadable', () => {
  const english = new Map([
    ['a', 'Hello {name}'],
    ['b', '{count, plural, one {# row} other {# rows}}'],
    ['c', '{state, select, on {On} other {Off}}'],
    ['d', 'Gone'],
    ['e', 'Empty'],
    ['f', '{broken'],
    ['g', '<b>Bold</b>'],
  ])
  const french = new Map([
    ['a', 'Bonjour {nom}'],
    ['b', '{count, plural, one {# ligne} many {# de lignes} other {# lignes}}'],
    ['c', '{state, select, off {Non} other {Oui}}'],
    ['e', ' '],
    ['f', 'x'],
    ['g', 'Gras'],
    ['h', 'De trop'],
  ])
  expect(parityFindings(english, french)).toEqual([
    'a: [nom value] instead of [name value]',
    'c: [state select(off|other)] instead of [state select(on|other)]',
    'd: missing',
    'e: empty',
    expect.stringMatching(/^f: the source cannot be read/),
    'g: [] instead of [b tag]',
    'h: not in the source',
  ])
})

test('the guard fires: typography', () => {
  const bad = new Map([
    ['a', "l'accord"],
    ['b', 'Vraiment ?'],
    ['c', 'Vraiment?'],
    ['d', 'Nom : {name}'],
    ['e', '« ici »'],
    ['f', 'Nom\u202f: {name}'],
    ['g', 'Vraiment\u00a0?'],
  ])
  expect(typographyFindings('fr', bad).map((finding) => finding[0])).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  const good = new Map([
    ['a', 'L’accord\u00a0: {name}\u202f!'],
    ['b', '«\u00a0ici\u00a0», à 10:30 ; non'.replace(' ;', '\u202f;')],
    ['c', 'Voir https://x.example'],
  ])
  expect(typographyFindings('fr', good)).toEqual([])
})
