import type { Browser, Page } from '@playwright/test'
import { expect, PHONE, test } from './fixtures'
import { become, demoPerson } from './people'
import { wordsOf } from './words'

const screens = wordsOf('en', 'screens')

const PAGE_SIZE = 50
const DESK = { viewport: { width: 1440, height: 900 } } as const

/** The Customers page of the demo's distributor, as it stands before any script has run, or when all have. */
async function customersPage(browser: Browser, look: typeof PHONE | typeof DESK, javaScriptEnabled: boolean) {
  const context = await browser.newContext({ ...look, javaScriptEnabled })
  await become(context, demoPerson('distributor', 'administrator'))
  const page = await context.newPage()
  await page.goto('/customers')
  return page
}
const rows = (page: Page) => page.locator('tbody tr[data-row]')
const menu = (page: Page) => page.getByRole('navigation', { name: screens('menu') })

test('the page brings its style sheet along, once, and its font only where that is shown', async ({ browser }) => {
  for (const [look, display, hasFont] of [
    [DESK, 'table-row', true],
    [PHONE, 'block', false],
  ] as const) {
    const page = await customersPage(browser, look, false)
    await expect(rows(page).first()).toHaveCSS('display', display)
    expect(await page.locator('link[rel=stylesheet]').count()).toBe(0)
    expect(await page.locator('style').count()).toBe(1)
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.woff2')),
    )
    expect(asked.length > 0).toBe(hasFont)
    await page.context().close()
  }
})

test('a phone is shown its first rows before any script has run, and all of them right behind', async ({ browser }) => {
  const before = await customersPage(browser, PHONE, false)
  const first = await rows(before).count()
  expect(first).toBeGreaterThan(10)
  expect(first).toBeLessThan(PAGE_SIZE)
  await expect(menu(before)).toHaveCount(0)
  await before.context().close()

  const after = await customersPage(browser, PHONE, true)
  await expect(rows(after)).toHaveCount(PAGE_SIZE)
  await after.context().close()
})

test('at a desk all rows and the menu are there at once', async ({ browser }) => {
  const page = await customersPage(browser, DESK, false)
  await expect(rows(page)).toHaveCount(PAGE_SIZE)
  await expect(menu(page)).toBeVisible()
  await page.context().close()
})
