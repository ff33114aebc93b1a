import { expect, test } from './fixtures'

test('a console error is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => console.error('on purpose'))
  await complaints.expectAny(/console\.error: on purpose/)
})

test('an uncaught exception is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('on purpose')
    })
  })
  await complaints.expectAny(/uncaught: .*on purpose/)
})

test('a script that the policy forbids does not run, and is a complaint', async ({ page, complaints }) => {
  await page.goto('/sign-in')
  await page.evaluate(() => {
    // As injected markup would be: parsed. What a trusted script makes, `strict-dynamic` lets run.
    document.body.innerHTML += '<img src="x:" onerror="document.title = \'taken over\'">'
  })
  await complaints.expectAny(/content security policy: script-src/)
  await expect(page).not.toHaveTitle('taken over')
  // The browser says it in words of its own as well, of the handler and of the picture.
  complaints.forgive(/content security policy|x:/i)
})
