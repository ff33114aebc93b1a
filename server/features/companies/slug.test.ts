import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RESERVED_SLUGS, SLUG_MAX, slug, slugFrom, slugVariants } from './slug'

test.each([
  ['Nordwind IT', 'nordwind-it'],
  ['Kukës International Airport', 'kukes-international-airport'],
  ['Straße & Söhne GmbH', 'strasse-and-sohne-gmbh'],
  ["L'Été à Łódź", 'lete-a-lodz'],
  ['Аэропорт Шереметьево', 'aeroport-sheremetevo'],
  ['Αθήνα', 'athina'],
  ['Bauru/Arealva–Moussa Nakhal Tobias State Airport', 'bauru-arealva-moussa-nakhal-tobias-state'],
  ['東京国際空港', ''],
  ['東京 Tower 3', 'tower-3'],
  ['--', ''],
  ['A', ''],
])('%s suggests %s', (name, expected) => {
  expect(slugFrom(name)).toBe(expected)
})

test('whatever is suggested is a slug, or nothing', () => {
  const names = ['x'.repeat(300), 'Ω', 'a-b', '1 2 3', 'ß', '¼ Café', 'ﬁnance', '  .  ', 'İstanbul']
  for (const name of names) {
    const suggested = slugFrom(name)
    expect(suggested === '' || slug.safeParse(suggested).success, name).toBe(true)
  }
})

test.each([
  ['nordwind-it', null],
  ['42', null],
  ['-a', 'slug'],
  ['a--b', 'slug'],
  ['a_b', 'slug'],
  ['customers', 'slugReserved'],
  ['sign-in', 'slugReserved'],
])('as typed: %s', (typed, code) => {
  const result = slug.safeParse(typed)
  expect(result.success ? null : result.error.issues[0]?.message).toBe(code)
})

test('variants are numbered, all valid, none too long', () => {
  expect(slugVariants('acme').slice(0, 3)).toEqual(['acme', 'acme-2', 'acme-3'])
  expect(slugVariants('customers')[0]).toBe('customers-2')
  expect(slugVariants('x'.repeat(SLUG_MAX)).every((value) => value.length <= SLUG_MAX)).toBe(true)
})

test("no screen's address can be taken as a slug", () => {
  const roots = ['app', 'app/(console)', 'app/(public)'].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^[a-z0-9-]+$/.test(entry.name))
      .map((entry) => entry.name),
  )
  expect(roots.filter((name) => !RESERVED_SLUGS.includes(name))).toEqual([])
})
