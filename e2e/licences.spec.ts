import type { APIRequestContext, Page } from '@playwright/test'
import { letDaysPass } from './clock'
import { expect, PHONE, test } from './fixtures'
import { asAdministrator, become, demoPerson, mutate, newAccount, type Person } from './people'
import { wordsOf } from './words'

const PRODUCT = 'Web Security'
/** Terms of a year, told of 60 days before: then they expire soon. */
const DAYS_UNTIL_NOTICE = 340
const stamp = String(Date.now() % 1_000_000)

const JOURNEYS = {
  en: { look: {}, slug: 'synnefo', browser: 'en-GB', country: 'IE', company: `Anchor Mills ${stamp}` },
  fr: {
    look: PHONE,
    slug: 'atelier-numerique',
    browser: 'fr-FR',
    country: 'FR',
    company: `Moulins de l’Ancre ${stamp}`,
  },
} as const

/** Three customers of a test's own. */
const customersOf = (request: APIRequestContext, names: readonly string[], country: string) =>
  Promise.all(
    names.map((name, at) => {
      const short = `lic-${country.toLowerCase()}-${stamp}-${at}`
      return mutate(request, 'customers.create', {
        portal: 'lmp',
        company: { name, slug: short, city: 'Cork', state: 'Munster', country },
        account: { loginName: short, firstName: 'Ada', lastName: `Lic ${at}`, email: `${short}@tierline.example` },
      })
    }),
  )

// One after the other: the day is the same for both.
test.describe.configure({ mode: 'default' })
test.afterEach(() => letDaysPass(0))

for (const locale of ['en', 'fr'] as const) {
  const journey = JOURNEYS[locale]
  const isPhone = journey.look === PHONE
  const plans = wordsOf(locale, 'plans')
  const licence = wordsOf(locale, 'licence')
  const keys = wordsOf(locale, 'keys')
  const register = wordsOf(locale, 'register')
  const customer = wordsOf(locale, 'customer')
  const bulk = wordsOf(locale, 'bulk')
  const common = wordsOf(locale, 'common')
  const companies = wordsOf(locale, 'companies')
  const accounts = wordsOf(locale, 'accounts')
  const signIn = wordsOf(locale, 'signIn')
  const table = wordsOf(locale, 'table')

  const mark = `${locale}${stamp}`
  const planName = `Journey ${mark}`
  const customers = ['Alder', 'Birch', 'Cedar'].map((tree) => `${tree} ${mark}`)
  const dialog = (page: Page) => page.getByRole('dialog')

  /** Chooses from a list that is searched. */
  const choose = async (page: Page, label: string, text: string) => {
    await dialog(page).getByRole('combobox', { name: label }).fill(text)
    await page.getByRole('option', { name: text }).first().click()
  }

  /** Asks for something to be done to all three. */
  const askForAll = async (page: Page, action: 'assign' | 'renew') => {
    await page.goto(`/customers?${new URLSearchParams({ q: mark })}`)
    for (const name of customers) await page.getByRole('checkbox', { name: table('selectRow', { name }) }).check()
    const bar = page.getByRole('region', { name: table('bulk') })
    if (isPhone) await bar.getByRole('button', { name: table('bulk') }).click()
    const wanted = { name: licence(`bulk.action.${action}`) }
    await (isPhone ? page.getByRole('menuitem', wanted) : bar.getByRole('button', wanted)).click()
    await expect(dialog(page).getByRole('heading', { name: licence(`bulk.ask.${action}`, { count: 3 }) })).toBeVisible()
  }

  /** Looks at the preview, carries it out and reads the result. */
  const carryOut = async (page: Page, kind: 'licenceAssign' | 'licenceRenew') => {
    await dialog(page)
      .getByRole('button', { name: licence('bulk.preview') })
      .click()
    await expect(dialog(page)).toContainText(licence('bulk.counts', { total: 3, willChange: 3, refused: 0 }))
    for (const name of customers) await expect(dialog(page)).toContainText(name)
    await dialog(page)
      .getByRole('button', { name: licence(`bulk.submit.${kind}`, { count: 3 }) })
      .click()
    const done = bulk('done', { done: 3, refused: 0, failed: 0 })
    await expect(dialog(page).getByRole('heading', { name: done })).toBeVisible({ timeout: 60_000 })
    await dialog(page)
      .getByRole('button', { name: common('close') })
      .last()
      .click()
  }

  const row = (page: Page) => page.getByRole('main').locator('tr').filter({ hasText: planName })
  const openLicences = async (page: Page, name: string) => {
    await page.goto(`/customers?${new URLSearchParams({ q: name })}`)
    await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.getByRole('tab', { name: customer('page.tab.licences') }).click()
    await expect(row(page)).toBeVisible()
  }

  test.describe(locale === 'en' ? 'in English at a desk' : 'in French on a phone', () => {
    test.describe.configure({ mode: 'serial' })
    test.use({ ...journey.look, locale: journey.browser })
    let person: Person

    test.beforeAll(async () => {
      const administrator = {
        ...demoPerson('msp', 'administrator'),
        slug: journey.slug,
        loginName: `${journey.slug}-admin`,
      }
      person = await newAccount(administrator, { role: 'administrator', loginName: `licences-${mark}`, locale })
      await asAdministrator(person, (request) => customersOf(request, customers, journey.country))
    })

    test('a plan, three customers that get it, other units, a year later all renewed', async ({ page, context }) => {
      await become(context, person)
      await page.goto('/plans/new')
      await page.getByRole('textbox', { name: plans('field.name'), exact: true }).fill(planName)
      await page.getByRole('combobox', { name: plans('field.product'), exact: true }).selectOption(PRODUCT)
      const centre = page.getByRole('combobox', { name: PRODUCT, exact: true })
      if ((await centre.inputValue()) === '') await centre.selectOption({ index: 1 })
      await page.getByRole('checkbox', { name: plans('field.autoRenew') }).uncheck()
      await page.getByRole('button', { name: plans('create') }).click()
      await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(planName)

      await askForAll(page, 'assign')
      await choose(page, licence('assign.plan'), planName)
      await dialog(page)
        .getByLabel(licence('assign.units', { unit: licence('unitName.users') }))
        .fill('5')
      await carryOut(page, 'licenceAssign')

      const [first = ''] = customers
      await openLicences(page, first)
      await expect(row(page)).toContainText(licence('unit.users', { count: 5 }))
      await row(page)
        .getByRole('button', { name: licence('actionsOf', { product: PRODUCT }) })
        .click()
      await page.getByRole('menuitem', { name: licence('action.modify') }).click()
      await dialog(page).getByLabel(licence('field.units'), { exact: true }).fill('9')
      await dialog(page)
        .getByRole('button', { name: licence('submit.modify') })
        .click()
      await expect(row(page)).toContainText(licence('unit.users', { count: 9 }))
      await expect(row(page)).toContainText(licence('status.active'))

      await letDaysPass(DAYS_UNTIL_NOTICE)
      await page.reload()
      await expect(row(page)).toContainText(licence('status.expiringSoon'))

      await askForAll(page, 'renew')
      await carryOut(page, 'licenceRenew')
      for (const name of customers) {
        await openLicences(page, name)
        await expect(row(page)).toContainText(licence('status.active'))
      }
    })

    test('keys are handed out; a stranger registers with one, and both sides see the licence', async ({
      page,
      context,
    }) => {
      await become(context, person)
      await page.goto('/keys')
      await page
        .getByRole('button', { name: keys('generate') })
        .first()
        .click()
      await choose(page, keys('new.plan'), planName)
      await dialog(page).getByLabel(keys('new.count')).fill('2')
      await dialog(page).getByLabel(keys('new.units')).fill('4')
      await dialog(page)
        .getByRole('button', { name: keys('new.submit', { count: 2 }) })
        .click()
      await expect(dialog(page).getByRole('heading', { name: keys('new.doneTitle', { count: 2 }) })).toBeVisible()
      const key = await dialog(page).getByRole('listitem').first().locator('span').first().innerText()

      await context.clearCookies()
      const loginName = `str-${mark}`
      const password = 'harbour violet cabin 77'
      await page.goto('/register')
      // As people type keys: small letters, no hyphens.
      await page.getByLabel(register('key')).fill(key.toLowerCase().replaceAll('-', ' '))
      await page.getByRole('button', { name: register('continue') }).click()
      await expect(page.getByRole('main')).toContainText(planName)
      await page.getByLabel(companies('field.name')).fill(journey.company)
      await page.getByLabel(companies('field.city')).fill('Cork')
      await page.getByLabel(companies('field.state')).fill('Munster')
      await page.getByRole('combobox', { name: companies('field.country'), exact: true }).selectOption(journey.country)
      await page.getByLabel(accounts('field.firstName')).fill('Zoë')
      await page.getByRole('textbox', { name: accounts('field.lastName'), exact: true }).fill('Ní Bhriain')
      await page
        .getByRole('textbox', { name: accounts('field.email'), exact: true })
        .fill(`${loginName}@tierline.example`)
      await page.getByLabel(accounts('field.loginName')).fill(loginName)
      await page.locator('input[autocomplete="new-password"]').fill(password)
      await page.getByRole('checkbox').last().check()
      await page.getByRole('button', { name: register('submit') }).click()
      const done = register('done.title', { company: journey.company })
      await expect(page.getByRole('heading', { name: done })).toBeFocused()

      await page.getByRole('link', { name: register('done.signIn') }).click()
      await page.getByLabel(signIn('loginName')).fill(loginName)
      await page.getByLabel(signIn('password'), { exact: true }).fill(password)
      await page.getByRole('button', { name: signIn('submit') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(licence('own.title'))
      await expect(row(page)).toContainText(licence('unit.users', { count: 4 }))

      await become(context, person)
      await openLicences(page, journey.company)
      await expect(row(page)).toContainText(licence('unit.users', { count: 4 }))
    })
  })
}
