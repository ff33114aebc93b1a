import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { become, demoPerson } from './people'
import { wordsOf } from './words'

const shell = wordsOf('en', 'shell')
const table = wordsOf('en', 'table')
const customers = wordsOf('en', 'customers')
const customer = wordsOf('en', 'customer')
const common = wordsOf('en', 'common')
const companies = wordsOf('en', 'companies')

const search = (page: Page) => page.getByRole('searchbox', { name: customers('search') })
const rows = (page: Page) => page.locator('tr[data-row]')

/** Opens a page that listens: keys pressed before that are lost. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
}

test.beforeEach(({ context }) => become(context, demoPerson('msp', 'administrator')))

for (const key of ['Control+K', 'Meta+K']) {
  test(`${key} finds a customer, and gives the focus back when it finds nothing`, async ({ page }) => {
    await open(page, '/customers')
    await search(page).focus()
    await page.keyboard.press(key)
    const palette = page.getByRole('dialog', { name: shell('palette') })
    await expect(palette.getByPlaceholder(shell('paletteHint'))).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(palette).toBeHidden()
    await expect(search(page)).toBeFocused()

    await page.keyboard.press(key)
    await page.keyboard.type('leeds rob')
    await expect(palette.getByRole('option', { name: 'Leeds Robotics' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leeds Robotics Ltd')
  })
}

test('? lists the shortcuts, g and a letter go to a screen', async ({ page }) => {
  await open(page, '/')
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: shell('shortcuts.title') })
  await expect(map.getByText(shell('shortcuts.palette'))).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(map).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL('/customers')
})

test('a list by keys alone: search, rows, ticks, filters', async ({ page }) => {
  await open(page, '/customers?status=enabled')
  const filters = page.getByRole('complementary', { name: table('filters') })
  await expect(filters).toBeVisible()
  await page.keyboard.press('f')
  await expect(filters).toBeHidden()
  await page.keyboard.press('f')
  await expect(filters).toBeVisible()

  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(0).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(rows(page).nth(1).getByRole('checkbox')).toBeChecked()
  await expect(page.getByRole('region', { name: table('bulk') })).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByRole('region', { name: table('bulk') })).toBeHidden()

  await page.keyboard.press('c')
  await expect(page).toHaveURL('/customers')
  // The rows of the filter stay until those without it are there; behind the name may stand that the customer is disabled.
  await expect(page.getByRole('region', { name: customers('title'), exact: true })).not.toHaveAttribute('aria-busy')
  const [name = ''] = (await rows(page).nth(0).getByRole('link').first().innerText()).split('\n')
  await page.keyboard.press('/')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

/** Which of the next stops of the Tab key do not show that they have the focus. */
async function hiddenStops(page: Page, stops: number): Promise<string[]> {
  const hidden: string[] = []
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const bad = await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      // A control that is drawn by its label or its neighbour shows the focus there.
      const around = [element, element.parentElement, element.closest('label'), element.nextElementSibling]
      const isShown = around.some((each) => {
        if (!each) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
      })
      const { width, height } = element.getBoundingClientRect()
      return isShown && width * height > 1 ? null : element.outerHTML.slice(0, 160)
    })
    if (bad) hidden.push(bad)
  }
  return hidden
}

test('the focus is seen wherever Tab leads', async ({ page }) => {
  await open(page, '/customers')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: shell('skip') })).toBeFocused()
  expect(await hiddenStops(page, 40)).toEqual([])
  await open(page, '/customers/new')
  expect(await hiddenStops(page, 20)).toEqual([])
  await page.addStyleTag({ content: '*, *::before { outline: none !important; box-shadow: none !important }' })
  expect((await hiddenStops(page, 5)).length).toBeGreaterThan(0)
})

test('a dialog takes the focus, keeps it, and gives it back', async ({ page }) => {
  await open(page, '/customers?q=leeds%20robotics')
  await rows(page).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leeds Robotics Ltd')
  const more = page.getByRole('button', { name: common('more') })
  await more.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(more).toBeFocused()
})

test('unsaved input is not left without a question', async ({ page }) => {
  await open(page, '/customers?q=leeds%20robotics')
  await rows(page).getByRole('link').first().click()
  await page.getByRole('button', { name: customer('page.edit') }).click()
  const city = page.getByLabel(companies('field.city'))
  const question = page.getByRole('dialog', { name: common('leave.title') })
  const address = page.url()

  await city.fill('Bradford')
  await page.getByRole('link', { name: 'Operations', exact: true }).first().click()
  await page.getByRole('button', { name: common('cancel') }).click()
  await expect(question).toBeHidden()
  await expect(city).toHaveValue('Bradford')

  await page.goBack()
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(address)
  await expect(city).toHaveValue('Bradford')

  await page.getByRole('link', { name: 'Operations', exact: true }).first().click()
  await page.getByRole('button', { name: common('leave.leave') }).click()
  await expect(page).toHaveURL('/administration/operations')
})

test('what was not changed is left without a question', async ({ page }) => {
  await open(page, '/customers?q=leeds%20robotics')
  await rows(page).getByRole('link').first().click()
  await page.getByRole('button', { name: customer('page.edit') }).click()
  await expect(page.getByLabel(companies('field.city'))).toBeVisible()
  await page.getByRole('link', { name: 'Operations', exact: true }).first().click()
  await expect(page).toHaveURL('/administration/operations')
})
