import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, ROOT } from './surface'
import { visibleTextIn } from './visible-text'

test('no visible word stands in code: every one is a message', () => {
  const files = filesOf('{app,components,emails}/**/*.tsx').filter((file) => !file.endsWith('.test.tsx'))
  expect(files.length).toBeGreaterThan(5)
  const found = files.flatMap((file) =>
    visibleTextIn(readFileSync(join(ROOT, file), 'utf8')).map((text) => `${file}:${text}`),
  )
  expect(found).toEqual([])
})

test('the guard fires on text, on what is read aloud, on both arms of a condition, on columns and toasts', () => {
  const code = `
    export const metadata = { title: 'Customers of yours' }
    const columns = [{ header: 'Company' }, { header: t('company') }, { title: 'customers.title' }]
    const A = ({ on, n, t }) => (
      <main className="flex items-center" title="Close it" data-state="is open">
        Hello
        {on ? 'Yes' : 'No'}
        {n > 1 && \`\${n} rows\`}
        {t('fine')} · {n} × 2 <kbd>K</kbd> Tierline
        <input placeholder={on ? 'Type here' : t('x')} aria-label="Name of it" alt="" type="text" />
        <Button onClick={() => toast.error('It failed badly')} variant="primary action" />
      </main>
    )`
  expect(visibleTextIn(code)).toEqual([
    '2: Customers of yours',
    '3: Company',
    '5: Close it',
    '5: Hello',
    '7: Yes',
    '7: No',
    '8: rows',
    '10: Type here',
    '10: Name of it',
    '11: It failed badly',
  ])
})
