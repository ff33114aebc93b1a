import type { Browser, Page } from '@playwright/test'
import { generateSync } from 'otplib'
import type { Role } from '@/server/access/privileges'
import { expect, test, watch } from './fixtures'
import { linkSentTo } from './outbox'
import { become, demoPerson, newAccount, type Person } from './people'
import { ALL_SCREENS, maySee } from './screens'
import { wordsOf } from './words'

const stamp = String(Date.now() % 1_000_000)
const PASSWORD = 'meadow copper lantern 58'
const NEW_PASSWORD = 'orchid tunnel marble 93'

const JOURNEYS = {
  en: { browser: 'en-GB', country: 'IE', top: async () => demoPerson('distributor', 'administrator') },
  fr: {
    browser: 'fr-FR',
    country: 'FR',
    top: () =>
      newAccount(demoPerson('isp', 'administrator'), {
        role: 'administrator',
        loginName: `top-${stamp}`,
        locale: 'fr',
      }),
  },
} as const

for (const locale of ['en', 'fr'] as const) {
  const journey = JOURNEYS[locale]
  const partners = wordsOf(locale, 'partners')
  const companies = wordsOf(locale, 'companies')
  const products = wordsOf(locale, 'products')
  const accounts = wordsOf(locale, 'accounts')
  const access = wordsOf(locale, 'access')
  const signIn = wordsOf(locale, 'signIn')
  const shell = wordsOf(locale, 'shell')
  const screens = wordsOf(locale, 'screens')
  const common = wordsOf(locale, 'common')

  const mark = `${locale}${stamp}`
  const company = `Kestrel ${mark}`
  const administrator = { loginName: `kes-${mark}`, email: `kes-${mark}@tierline.example` }
  const biller = { loginName: `bil-${mark}`, email: `bil-${mark}@tierline.example` }

  const dialog = (page: Page) => page.getByRole('dialog')
  const menu = (page: Page) => page.getByRole('button', { name: shell('accountMenu') })

  /** Another person at another machine: a window without the session of anybody else. */
  async function elsewhere(browser: Browser, baseURL: string | undefined) {
    const context = await browser.newContext({ locale: journey.browser, ...(baseURL ? { baseURL } : {}) })
    const page = await context.newPage()
    return { context, page, complaints: await watch(page) }
  }

  const fillPerson = async (page: Page, { loginName, email }: typeof administrator) => {
    await page.getByLabel(accounts('field.firstName')).fill('Mairéad')
    await page.getByRole('textbox', { name: accounts('field.lastName'), exact: true }).fill(`Ó Sé ${loginName}`)
    await page.getByRole('textbox', { name: accounts('field.email'), exact: true }).fill(email)
    await page.getByLabel(accounts('field.loginName')).fill(loginName)
  }

  /** Follows the link of a mail, and is in with the password that one chooses. */
  const followLink = async (page: Page, link: string, password: string) => {
    await page.goto(link)
    await page.getByLabel(signIn('choose.password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: signIn('choose.submit') }).click()
    await expect(menu(page)).toBeVisible()
  }

  /** The menu holds what the matrix says, and the rest says no. */
  const seesWhatTheMatrixSays = async (page: Page, kind: Person['kind'], role: Role) => {
    const who = { kind, role, slug: '', loginName: '', password: '', locale }
    const entries = ALL_SCREENS.filter(({ isHidden }) => !isHidden)
    const seen = entries.filter((screen) => maySee(who, screen))
    expect(seen.length).toBeLessThan(entries.length)
    const navigation = page.getByRole('navigation', { name: screens('menu') })
    await expect(navigation.getByRole('link')).toHaveText(seen.map(({ key }) => screens(key)))
    for (const { path } of entries.filter((screen) => !seen.includes(screen))) {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: shell('notAllowed') }), path).toBeVisible()
    }
  }

  test.describe(locale === 'en' ? 'in English' : 'in French', () => {
    test.use({ locale: journey.browser })
    test.setTimeout(240_000)

    test('a partner is made; its people come by invitation, have a second factor, and read only once it is suspended', async ({
      page,
      context,
      browser,
      baseURL,
    }) => {
      await become(context, await journey.top())
      await page.goto('/partners')
      await page
        .getByRole('link', { name: partners('new') })
        .first()
        .click()
      const next = page.getByRole('button', { name: common('next'), exact: true })
      await page.getByRole('radio', { name: access('kind.msp') }).check()
      await next.click()
      await page.getByLabel(companies('field.name')).fill(company)
      await page.getByLabel(companies('field.city')).fill('Dingle')
      await page.getByLabel(companies('field.state')).fill('Kerry')
      await page.getByRole('combobox', { name: companies('field.country'), exact: true }).selectOption(journey.country)
      const address = page.getByLabel(companies('field.slug'))
      await expect(address).not.toHaveValue('')
      const slug = await address.inputValue()
      await next.click()
      await fillPerson(page, administrator)
      await next.click()
      await page
        .getByRole('row')
        .filter({ hasText: 'Worry-Free' })
        .getByRole('button', { name: products('allocation.allocate') })
        .first()
        .click()
      await dialog(page).getByRole('textbox').fill('250')
      await dialog(page)
        .getByRole('button', { name: products('allocation.submit') })
        .click()
      await expect(page.getByRole('table', { name: products('allocation.title'), exact: true })).toContainText('250')
      await next.click()
      await page.getByRole('checkbox', { name: partners('remote.enabled') }).check()
      await page.getByLabel(partners('remote.dataCentre')).selectOption({ index: 1 })
      await next.click()
      await expect(page.getByRole('radio', { name: accounts('mail.now') })).toBeChecked()
      await next.click()
      await expect(page.getByRole('heading', { name: partners('wizard.step.remote') })).toBeVisible()
      await page.getByRole('button', { name: partners('wizard.create') }).click()
      await expect(page).toHaveURL(/\/partners\/[0-9a-z]{10,12}/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(company)

      // Its administrator, by the link of the mail.
      const own = await elsewhere(browser, baseURL)
      const invitation = await linkSentTo(administrator.email, 'invitation')
      await followLink(own.page, invitation, PASSWORD)
      await own.page.goto('/administration/account')
      await own.page.getByRole('button', { name: accounts('factor.start') }).click()
      const secret = (await dialog(own.page).locator('code').innerText()).replaceAll(' ', '')
      await dialog(own.page)
        .getByRole('textbox', { name: accounts('factor.code') })
        .fill(generateSync({ secret }))
      await dialog(own.page)
        .getByRole('button', { name: accounts('factor.confirm') })
        .click()
      const codes = dialog(own.page).getByRole('listitem')
      await expect(codes).toHaveCount(10)
      const recovery = (await codes.first().innerText()).trim()
      await dialog(own.page)
        .getByRole('button', { name: accounts('factor.kept') })
        .click()

      // Out, and in again: password alone is not enough any more. The link is worth nothing.
      await menu(own.page).click()
      await own.page.getByRole('menuitem', { name: shell('signOut') }).click()
      await expect(own.page.getByText(signIn('signedOut'))).toBeVisible()
      await own.page.getByLabel(signIn('loginName'), { exact: true }).fill(administrator.loginName)
      await own.page.getByLabel(signIn('password'), { exact: true }).fill(PASSWORD)
      await own.page.getByRole('button', { name: signIn('submit'), exact: true }).click()
      await own.page.getByRole('textbox', { name: signIn('code.label') }).fill(recovery)
      await own.page.getByRole('button', { name: signIn('submit'), exact: true }).click()
      await expect(menu(own.page)).toBeVisible()
      own.complaints.forgive(/401 \(Unauthorized\) .*\/callback\/credentials/)

      // A billing manager, who comes by invitation too.
      await own.page.goto('/administration/company?tab=accounts')
      await own.page.getByRole('button', { name: accounts('new') }).click()
      await fillPerson(own.page, biller)
      await dialog(own.page).getByLabel(accounts('field.role')).selectOption('billingManager')
      await dialog(own.page)
        .getByRole('button', { name: accounts('create.submit') })
        .click()
      await expect(own.page.locator('tr').filter({ hasText: biller.loginName })).toBeVisible()

      const billing = await elsewhere(browser, baseURL)
      await followLink(billing.page, await linkSentTo(biller.email, 'invitation'), PASSWORD)
      await seesWhatTheMatrixSays(billing.page, 'msp', 'billingManager')

      // Forgotten: a link by mail, once.
      const lost = await elsewhere(browser, baseURL)
      await lost.page.goto('/sign-in')
      await lost.page.getByRole('link', { name: signIn('forgot.link') }).click()
      // The page before has fields of the same names.
      await expect(lost.page.getByRole('heading', { name: signIn('forgot.title') })).toBeVisible()
      await lost.page.getByLabel(signIn('slug')).fill(slug)
      await lost.page.getByLabel(signIn('loginName'), { exact: true }).fill(biller.loginName)
      await lost.page.getByRole('button', { name: signIn('forgot.submit') }).click()
      await expect(lost.page.getByText(signIn('forgot.sent'))).toBeVisible()
      const reset = await linkSentTo(biller.email, 'reset')
      await followLink(lost.page, reset, NEW_PASSWORD)
      expect((await billing.page.request.get('/api/trpc/self.me')).status(), 'other sessions end').toBe(401)
      for (const used of [reset, invitation]) {
        await lost.page.goto(used)
        await expect(lost.page.getByRole('heading', { name: signIn('choose.over') })).toBeVisible()
      }

      // Suspended in one window: the next click in the other only reads.
      await expect(own.page.getByText(shell('readOnly'))).toBeHidden()
      await page
        .getByRole('button', { name: common('more') })
        .first()
        .click()
      await page.getByRole('menuitem', { name: partners('status.suspended.action') }).click()
      await dialog(page)
        .getByRole('button', { name: partners('status.suspended.action') })
        .click()
      await expect(page.getByText(partners('page.suspended'))).toBeVisible()
      const navigation = own.page.getByRole('navigation', { name: screens('menu') })
      await navigation.getByRole('link', { name: screens('customers'), exact: true }).click()
      await expect(own.page.getByText(shell('readOnly'))).toBeVisible()

      billing.complaints.forgive(/401 \(Unauthorized\)/)
      for (const window of [own, billing, lost]) {
        expect(window.complaints.list).toEqual([])
        await window.context.close()
      }
    })
  })
}
