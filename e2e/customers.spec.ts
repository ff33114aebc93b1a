import type { Page } from '@playwright/test'
import { expect, PHONE, test } from './fixtures'
import { become, demoPerson, newAccount, type Person } from './people'
import { frenchFile, isWestern, readExport, sampleRows, wholeSample } from './sample'
import { wordsOf } from './words'

const western = sampleRows.filter((row) => row.Country === 'FR' && isWestern(row))
const [someRow = {}] = western
/** Neither can go in: a country that is none, and a company without a name. */
const wrongRows = [
  { ...someRow, Country: 'Atlantide', 'Company name': 'Port de Poséidon', 'Account name': 'atlantide' },
  { ...someRow, 'Company name': '', 'Account name': 'sans-nom' },
]

/** Two journeys through the same screens. Their channels differ, for login names are unique in a channel. */
const JOURNEYS = {
  en: {
    look: {},
    person: async () => demoPerson('msp', 'administrator'),
    file: wholeSample,
    good: sampleRows.length,
    wrong: 0,
    reported: { problem: 'sameCompany', name: 'Deer Lake Airport' },
    country: 'CZ',
    search: { typed: 'prerov', found: 'Přerov Air Base' },
    city: 'Brno',
    created: {
      name: 'Šumava sítě s.r.o.',
      city: 'Plzeň',
      state: 'Plzeňský kraj',
      postalCode: '01101',
      loginName: 'sumava-admin',
    },
    taken: 'meridian',
  },
  fr: {
    look: PHONE,
    person: () =>
      newAccount(
        { ...demoPerson('msp', 'administrator'), slug: 'skagen-drift', loginName: 'skagen-drift-admin' },
        { role: 'administrator', loginName: `journey-${Date.now() % 1_000_000}`, locale: 'fr' },
      ),
    file: frenchFile([...western, ...wrongRows]),
    good: western.length,
    wrong: wrongRows.length,
    reported: { problem: 'country', name: 'Port de Poséidon' },
    country: 'FR',
    search: { typed: 'ajaccio-napoleon', found: 'Ajaccio-Napoléon Bonaparte Airport' },
    city: 'Ajaccio',
    created: {
      name: 'Équipement de l’Ain',
      city: 'Bourg-en-Bresse',
      state: 'Auvergne-Rhône-Alpes',
      postalCode: '01000',
      loginName: 'ain-equipement',
    },
    taken: 'fjordnet',
  },
} as const

for (const locale of ['en', 'fr'] as const) {
  const journey = JOURNEYS[locale]
  const isPhone = journey.look === PHONE
  const imports = wordsOf(locale, 'imports')
  const customers = wordsOf(locale, 'customers')
  const customer = wordsOf(locale, 'customer')
  const companies = wordsOf(locale, 'companies')
  const accounts = wordsOf(locale, 'accounts')
  const table = wordsOf(locale, 'table')
  const common = wordsOf(locale, 'common')
  const bulk = wordsOf(locale, 'bulk')
  const errors = wordsOf(locale, 'errors')
  const access = wordsOf(locale, 'access')
  const files = wordsOf(locale, 'exports')
  const screens = wordsOf(locale, 'screens')

  const rows = (page: Page) => page.locator('tr[data-row]')
  const rowOf = (page: Page, name: string) => rows(page).filter({ hasText: name })
  const chips = (page: Page) => page.getByRole('list', { name: table('activeFilters') })
  /** Where a figure that is counted by itself stands. */
  const figures = (page: Page) => page.getByRole('main')

  /** Uploads the file, takes its columns as they are named, and waits for the report. */
  const check = async (page: Page) => {
    await page.goto('/customers/import')
    await page.locator('input[type=file]').setInputFiles(journey.file)
    await page.getByRole('button', { name: imports('upload') }).click()
    await expect(page.getByText(imports('mapping.complete'))).toBeVisible()
    await page.getByRole('button', { name: imports('mapping.check') }).click()
    await expect(page.getByText(imports('report.rows', { count: journey.good + journey.wrong }))).toBeVisible({
      timeout: 60_000,
    })
  }

  const openFilters = async (page: Page) => {
    if (isPhone) await page.getByRole('button', { name: table('filters') }).click()
  }
  const closeFilters = async (page: Page) => {
    if (isPhone) await page.getByRole('button', { name: table('showResults') }).click()
  }

  test.describe(locale === 'en' ? 'in English at a desk' : 'in French on a phone', () => {
    test.describe.configure({ mode: 'serial' })
    test.use(journey.look)
    let person: Person

    test.beforeAll(async () => {
      person = await journey.person()
    })
    test.beforeEach(({ context }) => become(context, person))

    test('a file goes in once: report first, good rows, errors as a file', async ({ page }) => {
      await check(page)
      await expect(page.getByText(imports('report.good', { count: journey.good }))).toBeVisible()
      const { problem, name } = journey.reported
      if (isPhone) await page.getByRole('combobox', { name: imports('problems') }).selectOption(problem)
      else await page.getByRole('button', { name: imports(`problemName.${problem}`) }).click()
      await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible()
      if (journey.wrong > 0) {
        await expect(page.getByText(imports('report.bad', { count: journey.wrong }))).toBeVisible()
        const download = page.waitForEvent('download')
        await page.getByRole('link', { name: imports('report.errors') }).click()
        const { rows: wrong } = readExport(await (await download).path())
        expect(wrong).toHaveLength(journey.wrong)
        expect(JSON.stringify(wrong)).toContain('Port de Poséidon')
      }
      await page.getByRole('button', { name: imports('report.write', { count: journey.good }) }).click()
      await expect(page.getByText(imports('done.written', { count: journey.good }))).toBeVisible({ timeout: 60_000 })

      await check(page)
      await expect(page.getByText(imports('report.known', { count: journey.good }))).toBeVisible()
      await expect(
        page.getByRole('button', { name: imports('report.write', { count: 0 }), exact: true }),
      ).toHaveAttribute('aria-disabled', 'true')
    })

    test('search, filter and order stand in the address, and survive a reload', async ({ page }) => {
      await page.goto('/customers')
      await page.getByRole('searchbox', { name: customers('search') }).fill(journey.search.typed)
      await expect(rows(page)).toHaveCount(1)
      await expect(rows(page)).toContainText(journey.search.found)
      await page.getByRole('searchbox', { name: customers('search') }).fill('')
      await expect(rows(page)).not.toHaveCount(1)

      await openFilters(page)
      const pane = isPhone ? page.getByRole('dialog') : page.getByRole('complementary', { name: table('filters') })
      await pane.getByLabel(customers('column.city'), { exact: true }).fill(journey.city)
      await expect(page).toHaveURL(new RegExp(`city=${journey.city}`))
      await closeFilters(page)
      await expect(chips(page)).toContainText(journey.city)
      if (isPhone) await page.getByLabel(table('sortBy')).selectOption('-name')
      else {
        const header = page.getByRole('columnheader', { name: customers('column.company') })
        await header.getByRole('button').click()
        await expect(header).toHaveAttribute('aria-sort', 'ascending')
        await header.getByRole('button').click()
        await expect(header).toHaveAttribute('aria-sort', 'descending')
      }
      await expect(page).toHaveURL(/sort=-name/)
      await expect(page.getByRole('region', { name: customers('title') })).not.toHaveAttribute('aria-busy')
      const shown = await rows(page).allInnerTexts()
      expect(shown.length).toBeGreaterThan(0)

      await page.reload()
      await expect(chips(page)).toContainText(journey.city)
      expect(await rows(page).allInnerTexts()).toEqual(shown)
      await chips(page)
        .getByRole('button', { name: table('removeFilter', { filter: customers('column.city') }) })
        .click()
      await expect(page).toHaveURL('/customers?sort=-name')
      await expect(chips(page)).toBeHidden()
    })

    test('a new customer, step by step', async ({ page }) => {
      const { name, city, state, postalCode, loginName } = journey.created
      const next = page.getByRole('button', { name: common('next'), exact: true })
      await page.goto('/customers')
      await page.getByRole('link', { name: customers('new') }).click()
      await expect(page.getByRole('heading', { name: customer('wizard.step.portal') })).toBeVisible()
      await next.click()
      await page.getByLabel(companies('field.name')).fill(name)
      await next.click()
      await expect(page.getByText(errors('field.required')).first()).toBeVisible()
      await expect(page.getByLabel(companies('field.name'))).toHaveValue(name)
      await page.getByLabel(companies('field.postalCode')).fill(postalCode)
      await page.getByLabel(companies('field.city')).fill(city)
      await page.getByLabel(companies('field.state')).fill(state)
      await page.getByLabel(companies('field.country')).selectOption(journey.country)
      await next.click()
      await page.getByLabel(accounts('field.firstName')).fill('Zoë')
      await page.getByRole('textbox', { name: accounts('field.lastName'), exact: true }).fill('Dvořák')
      await page.getByLabel(accounts('field.email')).fill(`${loginName}@tierline.example`)
      await page.getByLabel(accounts('field.loginName')).fill(loginName)
      await next.click()
      await expect(page.getByRole('heading', { name: customer('wizard.step.plans') }).first()).toBeVisible()
      await next.click()
      await expect(page.getByRole('heading', { name: customer('wizard.step.review') }).first()).toBeVisible()
      await page.getByRole('button', { name: customer('wizard.create') }).click()
      await expect(page).toHaveURL(/\/customers\/[0-9a-z]{10,12}$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByText(`${postalCode} ${city}`)).toBeVisible()
    })

    test('what is refused in a profile loses nothing', async ({ page, complaints }) => {
      const { name } = journey.created
      await page.goto(`/customers?${new URLSearchParams({ q: name })}`)
      await rowOf(page, name).getByRole('link', { name }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByRole('navigation', { name: screens('breadcrumb') })).toContainText(name)
      await page.getByRole('button', { name: customer('page.edit') }).click()
      const note = 'Clé à l’accueil ; ouvert dès 6 h.'
      await page.getByLabel(companies('field.note')).fill(note)
      await page.getByLabel(companies('field.city')).fill('')
      await page.getByLabel(companies('field.slug')).fill(journey.taken)
      const save = page.getByRole('button', { name: customer('profile.save'), exact: true })
      await save.click()
      await expect(page.getByText(errors('field.required'))).toBeVisible()
      await page.getByLabel(companies('field.city')).fill('Liberec')
      await save.click()
      await expect(page.getByText(errors('slugTaken')).first()).toBeVisible()
      await complaints.expectAny(/409 \(Conflict\) .*customers\.update/)
      await expect(page.getByLabel(companies('field.note'))).toHaveValue(note)
      await page.getByLabel(companies('field.slug')).fill(`journey-${locale}-${Date.now() % 100_000}`)
      await save.click()
      await expect(page.getByText(customer('profile.saved', { name }))).toBeVisible()
      await expect(figures(page)).toContainText(`${journey.created.postalCode} Liberec`)
      await expect(figures(page)).toContainText(note)
    })

    test('everything displayed leaves as a file: its rows, accents and leading zeros', async ({ page }) => {
      await page.goto(`/customers?country=${journey.country}`)
      await page.getByRole('button', { name: customers('export.title') }).click()
      const all = page.getByRole('menuitem', { name: customers('export.columnsAll') })
      await expect(all).toBeVisible()
      const offered = await page.getByRole('menu').innerText()
      const download = page.waitForEvent('download')
      await all.click()
      const { hasMark, rows: saved } = readExport(await (await download).path())
      expect(hasMark).toBe(true)
      const company = files('customers.column.company')
      const names = saved.map((row) => row[company] ?? '')
      const expected = sampleRows.filter(
        (row) => row.Country === journey.country && (locale === 'en' || isWestern(row)),
      )
      for (const row of expected) expect(names).toContain(row['Company name'])
      expect(new Set(saved.map((row) => row[files('customers.column.country')]))).toEqual(new Set([journey.country]))
      expect(offered).toContain(customers('export.displayedCount', { count: String(saved.length) }))
      const own = saved.find((row) => row[company] === journey.created.name)
      // The apostrophe is what keeps the zero in a spreadsheet program.
      expect(own?.[files('customers.column.postalCode')]).toBe(`'${journey.created.postalCode}`)
    })

    test('several are disabled at once: what would happen, then what did', async ({ page }) => {
      const found = sampleRows.filter((row) => row.Country === journey.country && isWestern(row))
      const [first = '', second = ''] = found.map((row) => row['Company name'] ?? '')
      const dialog = page.getByRole('dialog')
      const heading = (name: string) => dialog.getByRole('heading', { name })
      const disabled = (name: string) => rowOf(page, name).getByText(access('status.disabled'))
      const ask = async (...names: string[]) => {
        await page.goto(`/customers?country=${journey.country}`)
        for (const name of names) await page.getByRole('checkbox', { name: table('selectRow', { name }) }).check()
        const bar = page.getByRole('region', { name: table('bulk') })
        if (isPhone) await bar.getByRole('button', { name: table('bulk') }).click()
        const action = { name: customer('bulk.disable') }
        await (isPhone ? page.getByRole('menuitem', action) : bar.getByRole('button', action)).click()
      }

      await ask(first)
      await expect(heading(customer('bulk.title.customerDisable', { count: 1 }))).toBeVisible()
      await dialog.getByRole('button', { name: common('cancel') }).click()
      await expect(disabled(first)).toBeHidden()

      for (const [names, refused] of [
        [[first], 0],
        [[first, second], 1],
      ] as const) {
        await ask(...names)
        await expect(dialog).toContainText(customer('bulk.counts', { total: names.length, willChange: 1, refused }))
        await dialog.getByRole('button', { name: customer('bulk.submit.customerDisable', { count: 1 }) }).click()
        await expect(heading(bulk('done', { done: 1, refused, failed: 0 }))).toBeVisible({ timeout: 60_000 })
        await dialog
          .getByRole('button', { name: common('close') })
          .last()
          .click()
        for (const name of names) await expect(disabled(name)).toBeVisible()
      }
    })
  })
}
