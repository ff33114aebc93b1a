import type { Page } from '@playwright/test'
import { expect, PHONE, test } from './fixtures'
import { asAdministrator, demoPerson, mutate, newAccount, type Person, signIn } from './people'
import { wordsOf } from './words'

const words = wordsOf('en', 'signIn')
const shell = wordsOf('en', 'shell')
const accounts = wordsOf('en', 'accounts')
const errors = wordsOf('en', 'errors')
const administrator = demoPerson('msp', 'administrator')
const loginNameOf = (what: string) => `sign-in-${what}-${Date.now() % 1_000_000}`

async function fillIn(page: Page, { loginName, password }: Pick<Person, 'loginName' | 'password'>): Promise<void> {
  await page.getByLabel(words('loginName'), { exact: true }).fill(loginName)
  await page.getByLabel(words('password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: words('submit'), exact: true }).click()
}

const menu = (page: Page) => page.getByRole('button', { name: shell('accountMenu') })

test('a wrong password, an unknown name and a disabled account are answered alike', async ({ page, complaints }) => {
  const person = await newAccount(administrator, {
    role: 'supportEngineer',
    loginName: loginNameOf('off'),
    locale: 'en',
  })
  await asAdministrator(administrator, (request) =>
    mutate(request, 'accounts.own.setEnabled', { accountId: person.accountId, isEnabled: false }),
  )
  const attempts = [
    { ...administrator, password: 'not the password' },
    { loginName: 'nobody-of-this-name', password: administrator.password },
    person,
  ]
  await page.goto('/brightwater/sign-in')
  for (const attempt of attempts) {
    await fillIn(page, attempt)
    await expect(page.getByRole('alert').filter({ hasText: /\S/ }), attempt.loginName).toHaveText(
      errors('wrongCredentials'),
    )
    await expect(page.getByLabel(words('loginName'), { exact: true })).toHaveValue(attempt.loginName)
    await complaints.expectAny(/401 \(Unauthorized\) .*\/callback\/credentials/)
    await page.reload()
  }
  await fillIn(page, administrator)
  await expect(menu(page)).toBeVisible()
})

test('in at the general page by a card, and out', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: demoPerson('reseller', 'administrator').loginName }).click()
  await expect(page).toHaveURL('/')
  await menu(page).click()
  await page.getByRole('menuitem', { name: shell('signOut') }).click()
  await expect(page).toHaveURL('/sign-in?left')
  await expect(page.getByText(words('signedOut'))).toBeVisible()
  await page.goto('/customers')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

for (const [name, look] of [
  ['desktop', {}],
  ['phone', PHONE],
] as const) {
  test.describe(name, () => {
    test.use(look)

    test('who follows a link while signed out lands on it afterwards', async ({ page }) => {
      await page.goto('/customers?status=disabled&country=GB')
      await expect(page).toHaveURL(/\/sign-in\?next=/)
      await page.getByLabel(words('slug')).fill(administrator.slug)
      await fillIn(page, administrator)
      await expect(page).toHaveURL('/customers?status=disabled&country=GB')
      await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
    })
  })
}

test('nobody is led to another origin', async ({ page, baseURL }) => {
  for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    await page.goto(`/brightwater/sign-in?${new URLSearchParams({ next: elsewhere })}`)
    await fillIn(page, administrator)
    await expect(menu(page)).toBeVisible()
    expect(page.url(), elsewhere).toBe(`${baseURL}/`)
    await page.goto('about:blank')
    await page.context().clearCookies()
  }
})

test('a session ends at once when an administrator disables the account in another window', async ({
  page,
  browser,
  complaints,
}) => {
  const person = await newAccount(administrator, {
    role: 'supportManager',
    loginName: loginNameOf('ended'),
    locale: 'en',
  })
  await page.goto('/brightwater/sign-in')
  await fillIn(page, person)
  await page.getByRole('link', { name: 'Customers', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()

  const other = await browser.newContext()
  await signIn(other.request, administrator)
  const window = await other.newPage()
  await window.goto('/administration/company?tab=accounts')
  const row = window.getByRole('row').filter({ hasText: person.loginName })
  await row.getByRole('button').click()
  await window.getByRole('menuitem', { name: accounts('disable.action') }).click()
  await window.getByRole('button', { name: accounts('disable.submit') }).click()
  await expect(row.getByText(accounts('status.disabled'))).toBeVisible()
  await other.close()

  expect((await page.request.get('/api/trpc/self.me')).status()).toBe(401)
  await page.getByRole('link', { name: 'Operations', exact: true }).first().click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadministration%2Foperations$/)
  // The page may have asked in between, and was refused.
  complaints.forgive(/401 \(Unauthorized\) .*\/api\/trpc\//)
})
