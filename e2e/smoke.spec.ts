import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { COMPANY_KINDS, ROLES } from '@/server/access/privileges'
import { axeProblems, overflow, overflowAt, problemsOf, rawKeys } from './checks'
import { expect, PHONE, test } from './fixtures'
import { asAdministrator, become, DEMO_PEOPLE, demoPerson, mutate, newAccount, type Person } from './people'
import { ALL_SCREENS, addressOf, linkTo, maySee, publicAddresses, trialForm } from './screens'
import { wordsOf } from './words'

/** Language, size and theme. Two neighbours differ in all three: together they show a screen from every side. */
const LOOKS = [
  { locale: 'en', size: 'desktop', theme: 'light' },
  { locale: 'fr', size: 'phone', theme: 'dark' },
  { locale: 'fr', size: 'desktop', theme: 'light' },
  { locale: 'en', size: 'phone', theme: 'dark' },
  { locale: 'fr', size: 'desktop', theme: 'dark' },
  { locale: 'en', size: 'phone', theme: 'light' },
  { locale: 'en', size: 'desktop', theme: 'dark' },
  { locale: 'fr', size: 'phone', theme: 'light' },
] as const
/** A tablet, in portrait: wider than a phone, and still without the navigation at the side. */
const TABLET_PX = 768
const PAIRS = LOOKS.length / 2
/** How often each screen is looked at; once, when there are many. */
const PAIRS_EACH = ALL_SCREENS.length > 20 ? 1 : 2

const isSeen = (at: number, look: number): boolean =>
  (Math.floor(look / 2) - at + ALL_SCREENS.length * PAIRS) % PAIRS < PAIRS_EACH

// Hundreds of pages: a film of each step would take a fifth of the time.
test.use({ trace: 'off' })

const planned = z.object({ operationId: z.uuid(), willChange: z.number() })
const french = new Map<string, Promise<Person>>()

/** The same role in the same company, reading French. */
function frenchTwin({ kind, role }: Person): Promise<Person> {
  const loginName = `smoke-fr-${kind.slice(0, 3)}-${ROLES.indexOf(role)}-${process.pid % 1000}`
  const known = french.get(loginName)
  if (known) return known
  const made = newAccount(demoPerson(kind, 'administrator'), { role, loginName, locale: 'fr' })
  french.set(loginName, made)
  return made
}

/** Who visits: another kind of company in each look, and another role on each screen. */
function visitor(at: number, look: number): Person | undefined {
  const screen = ALL_SCREENS[at]
  const able = DEMO_PEOPLE.filter((person) => screen && maySee(person, screen))
  const kinds = COMPANY_KINDS.filter((kind) => able.some((person) => person.kind === kind))
  const ofKind = able.filter(({ kind }) => kind === kinds[(look + at) % kinds.length])
  return ofKind[(at + look * 2) % ofKind.length]
}

test.beforeAll('an import and a bulk change, so that their pages can be visited', async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const page = await context.newPage()
  const head = readFileSync(join('docs', 'samples', 'organisations.csv'), 'utf8')
    .split('\n')
    .slice(0, 3)
    .join('\n')
  for (const kind of ['msp', 'distributor'] as const) {
    await become(context, demoPerson(kind, 'administrator'))
    await page.goto('/customers/import')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'smoke.csv', mimeType: 'text/csv', buffer: Buffer.from(head) })
    await page.getByRole('button', { name: wordsOf('en', 'imports')('upload') }).click()
    await page.waitForURL(/\/customers\/import\/.+/)
    const selection = { kind: 'matching', filter: { q: 'Leeds Robotics' } }
    const plan = planned.parse(
      await mutate(context.request, 'customers.tagMany.plan', { selection, add: [`by ${kind}`] }),
    )
    // Nothing is left to change when this has run before: then there is such an operation.
    if (plan.willChange > 0) await mutate(context.request, 'customers.tagMany.carryOut', plan)
  }
  await context.close()
})

for (const [look, { locale, size, theme }] of LOOKS.entries()) {
  test.describe(`${locale}, ${size}, ${theme}`, () => {
    test.use({ colorScheme: theme, locale, ...(size === 'phone' ? PHONE : {}) })

    test('every screen is whole', async ({ page, context, complaints }) => {
      for (const [at, screen] of ALL_SCREENS.entries()) {
        if (!isSeen(at, look)) continue
        const candidates = [visitor(at, look), ...DEMO_PEOPLE.filter((person) => maySee(person, screen))]
        let visited = false
        for (const candidate of candidates) {
          if (!candidate) continue
          const person = locale === 'fr' ? await frenchTwin(candidate) : candidate
          // The page of whoever was here before asks for nothing more: between two people nobody is signed in.
          await page.goto('about:blank')
          await become(context, person)
          const address = await addressOf(context.request, screen, person)
          if (!address) continue
          const response = await page.goto(address)
          const where = `${address} as ${person.loginName}`
          expect.soft(response?.status(), where).toBe(200)
          await expect.soft(page.locator('html'), where).toHaveAttribute('lang', locale)
          await expect.soft(page.getByRole('main').getByRole('heading', { level: 1 }), where).toHaveText(/\S/)
          expect.soft(await problemsOf(page), where).toEqual([])
          if (size === 'desktop') expect.soft(await overflowAt(page, TABLET_PX), `${where}, on a tablet`).toBe(0)
          expect.soft(complaints.list.splice(0), where).toEqual([])
          visited = true
          break
        }
        expect.soft(visited, `nothing leads to ${screen.path}, or nobody of the demo may see it`).toBe(true)
      }
    })

    test('every page that needs no account is whole', async ({ page, complaints }) => {
      const addresses = publicAddresses(await asAdministrator(demoPerson('msp', 'administrator'), trialForm))
      expect(addresses).toContain('/sign-in')
      for (const [at, address] of addresses.entries()) {
        if (!isSeen(at, look)) continue
        const response = await page.goto(address)
        expect.soft(response?.status(), address).toBe(200)
        await expect.soft(page.locator('html'), address).toHaveAttribute('lang', locale)
        await expect.soft(page.getByRole('main').getByRole('heading', { level: 1 }), address).toHaveText(/\S/)
        expect.soft(await problemsOf(page), address).toEqual([])
        expect.soft(complaints.list.splice(0), address).toEqual([])
      }
    })

    // The same words on every screen: one pair of looks shows them from all sides.
    if (look > 1) return
    test('what one may not do or see is said in the shell, with a way back', async ({ page, context, complaints }) => {
      const shell = wordsOf(locale, 'shell')
      const plain = demoPerson('customer', 'supportEngineer')
      const person = locale === 'fr' ? await frenchTwin(plain) : plain
      const closed = ALL_SCREENS.find((screen) => !maySee(person, screen) && !screen.path.includes('['))
      await become(context, person)
      const places = [
        { path: closed?.path ?? '', status: 200, title: shell('notAllowed') },
        { path: '/nowhere/at/all', status: 404, title: shell('notFound') },
        {
          path: '/administration/operations/00000000-0000-7000-8000-000000000000',
          status: 404,
          title: shell('notFound'),
        },
      ]
      for (const { path, status, title } of places) {
        const response = await page.goto(path)
        expect(response?.status(), path).toBe(status)
        await expect(page.getByRole('heading', { name: title }), path).toBeVisible()
        expect.soft(await problemsOf(page), path).toEqual([])
        if (status === 404) await complaints.expectAny(/404/)
        await page.getByRole('link', { name: shell('toStart') }).click()
        await expect(page).toHaveURL('/')
      }
    })
  })
}

test('every role of the demo gets each screen, or hears that it may not', async ({ browser, baseURL }) => {
  const refused = wordsOf('en', 'shell')('notAllowed')
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL })
  const fixed = ALL_SCREENS.filter(({ path }) => !path.includes('['))
  for (const person of DEMO_PEOPLE) {
    await become(context, person)
    await Promise.all(
      fixed.map(async (screen) => {
        const answer = await context.request.get(screen.path)
        const where = `${screen.path} as ${person.loginName}`
        expect.soft(answer.status(), where).toBe(200)
        expect.soft((await answer.text()).includes(`>${refused}<`), where).toBe(!maySee(person, screen))
      }),
    )
  }
  await context.close()
})

test.describe('the guards themselves', () => {
  test.use(PHONE)

  test('a missing message, a page too wide and a picture without words are found', async ({ page }) => {
    await page.goto('/sign-in')
    expect(await problemsOf(page)).toEqual([])
    expect(await overflowAt(page, 768)).toBe(0)
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p>customers.column.nothing</p><img src="/icon.svg"><div style="width:600px">wide</div>',
      )
    })
    expect(await rawKeys(page)).toEqual(['customers.column.nothing'])
    expect(await overflow(page)).toBeGreaterThan(0)
    expect(await overflowAt(page, 500)).toBeGreaterThan(0)
    expect(await overflowAt(page, 768)).toBe(0)
    expect((await axeProblems(page)).join()).toContain('image-alt')
  })

  test('a screen with a parameter is found by its links only', () => {
    const html = '<a href="/customers/new">x</a><a href="/customers/import?x=1">y</a>'
    expect(linkTo({ path: '/customers/[id]' }, html)).toBeUndefined()
    expect(linkTo({ path: '/customers/[id]' }, `${html}<a href="/customers/ab12">z</a>`)).toBe('/customers/ab12')
  })
})
