import { expect, test } from './fixtures'
import { become, demoPerson } from './people'
import { wordsOf } from './words'

const shell = wordsOf('en', 'shell')

test.use({ colorScheme: 'light' })

test('a chosen theme is there in the first frame', async ({ page, context }) => {
  await page.addInitScript(() => {
    const look = () => {
      if (!document.body) return requestAnimationFrame(look)
      Reflect.set(window, 'firstGround', getComputedStyle(document.body).backgroundColor)
    }
    requestAnimationFrame(look)
  })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const firstGround = () => page.evaluate(() => Reflect.get(window, 'firstGround'))
  await become(context, demoPerson('msp', 'administrator'))

  await page.goto('/administration/privileges', { waitUntil: 'networkidle' })
  const light = await ground()
  expect(await firstGround()).toBe(light)
  await page.getByRole('button', { name: shell('theme.label'), exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: shell('theme.dark') }).click()
  await expect.poll(ground).not.toBe(light)

  const dark = await ground()
  await page.reload()
  expect(await firstGround()).toBe(dark)
})
