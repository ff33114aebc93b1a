import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEFAULT_LOCALE } from '@/server/i18n/locales'
import { messagesOf } from '@/server/i18n/messages'
import { flatten } from './message-files'
import { messageUsesIn, unknownMessages } from './message-uses'
import { filesOf, ROOT } from './surface'

test('every message that code asks for is written', () => {
  const keys = [...flatten(messagesOf(DEFAULT_LOCALE)).keys()]
  const files = filesOf('{app,components,emails,server}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
  const found = files.map((file) => ({ file, uses: messageUsesIn(readFileSync(join(ROOT, file), 'utf8')) }))
  expect(found.flatMap(({ uses }) => uses).length).toBeGreaterThan(50)
  expect(found.flatMap(({ file, uses }) => unknownMessages(uses, keys).map((use) => `${file}:${use}`))).toEqual([])
})

test('the guard fires: an unknown key, an unknown beginning, either arm of a condition, in the right namespace', () => {
  const code = `
    function A() { const t = useTranslations('a'); return t('known') + t('unknown') + t.rich(\`kind.\${x}\`) + t(\`sort.\${x}\`) }
    async function B() { const t = await getTranslations('b'); const w = useTranslations(); return [t('known'), w('a.known'), w('a.lost')] }
    const c = (locale) => { const t = translator(locale, 'a'); return rows.map((row) => t(row ? 'known' : 'other')) }`
  expect(unknownMessages(messageUsesIn(code), ['a.known', 'a.kind.x'])).toEqual([
    '2: a.unknown',
    '2: a.sort.…',
    '3: b.known',
    '3: a.lost',
    '4: a.other',
  ])
})
