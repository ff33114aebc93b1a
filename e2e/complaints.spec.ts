import { expect, test } from './fixtures'

test('a console error is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => console.error('on purpose'))
  await expect.poll(() => complaints.list.length).toBeGreaterThan(0)
  complaints.expectAny(/console\.error: on purpose/)
})

test('an uncaught exception is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('on purpose')
    })
  })
  await expect.poll(() => complaints.list.length).toBeGreaterThan(0)
  complaints.expectAny(/uncaught: .*on purpose/)
})

test('a script that the policy forbids does not run, and is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => {
    // As injected markup would be: parsed. What a trusted script makes, `strict-dynamic` lets run.
    document.body.innerHTML += '<img src="x:" onerror="document.title = \'taken over\'">'
  })
  await expect.poll(() => complaints.list.some((entry) => entry.startsWith('content security policy'))).toBe(true)
  await expect(page).not.toHaveTitle('taken over')
  complaints.expectAny(/content security policy: script-src/)
  complaints.list.splice(0)
})
