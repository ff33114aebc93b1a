import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { messagesOf } from '@/server/i18n/messages'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds, one line per rule and element. */
export async function axeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`))
}

const namespaces = Object.keys(messagesOf('en'))
/** `customers.column.company`: what next-intl shows where a message is missing. Addresses and file names do not count. */
const RAW_KEY = new RegExp(String.raw`(?<![\w./@-])(?:${namespaces.join('|')})(?:\.[A-Za-z]\w*)+(?![\w@/-])`, 'g')

/** Message keys that stand on the page instead of their words: in text, labels, tips, placeholders, the title. */
export async function rawKeys(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const attributes = ['aria-label', 'placeholder', 'title', 'alt', 'data-tip', 'data-label']
    const elements = [...document.body.querySelectorAll(attributes.map((name) => `[${name}]`).join(','))]
    // Codes are data: the matrix of privileges prints their names.
    const codes = [...document.body.querySelectorAll('code')].map(({ innerText }) => innerText)
    const text = codes.reduce((rest, code) => rest.replaceAll(code, ' '), document.body.innerText)
    return [
      document.title,
      text,
      ...elements.flatMap((element) => attributes.map((name) => element.getAttribute(name) ?? '')),
    ]
  })
  return texts.flatMap((text) => text.match(RAW_KEY) ?? [])
}

/** By how many pixels the page, or the part of it that scrolls as one, is too wide; whatever scrolls inside that may. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const main = document.querySelector('main')
    const within = main ? main.scrollWidth - main.clientWidth : 0
    return Math.max(scrollWidth - clientWidth, document.body.scrollWidth - clientWidth, within)
  })
}

/** The same in a window of another width, with the page that is open. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  const size = page.viewportSize()
  if (!size) throw new Error('the window has no size of its own')
  await page.setViewportSize({ ...size, width })
  const wider = await overflow(page)
  await page.setViewportSize(size)
  return wider
}

/** Everything that a page may not have, in sentences; none when it is fine. */
export async function problemsOf(page: Page): Promise<string[]> {
  const wider = await overflow(page)
  return [
    ...(wider > 0 ? [`the page is ${wider} px wider than the window`] : []),
    ...(await rawKeys(page)).map((key) => `the message ${key} is missing`),
    ...(await axeProblems(page)),
  ]
}
