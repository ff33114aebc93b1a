import { freePort } from '@/server/db/free-port'
import { env } from '@/server/env'
import { startWeb, untilHealthy } from '@/server/run/services'
import { startDoor } from './door'
import { expect, test } from './fixtures'
import { become, demoPerson } from './people'
import { wordsOf } from './words'

const shell = wordsOf('en', 'shell')

test('without its database the console says so, and comes back by itself', async ({ page, complaints }) => {
  const database = new URL(env.DATABASE_URL)
  const door = await startDoor(Number(database.port), database.hostname)
  database.port = String(door.port)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const web = startWeb({
    port,
    host: '127.0.0.1',
    values: { DATABASE_URL: database.href, APP_URL: url, NEXTAUTH_URL: url },
  })
  try {
    await untilHealthy(web, port)
    // Cookies know no ports: the session of the other console counts here, for it stands in the same database.
    await become(page.context(), demoPerson('msp', 'administrator'))
    await page.goto(`${url}/customers`)
    await expect(page.getByRole('row').nth(1)).toBeVisible()

    door.shut()
    await page.goto(`${url}/administration/operations`)
    await expect(page.getByRole('heading', { name: shell('databaseGone') })).toBeVisible()
    await expect(page.getByText(shell('databaseGoneHint'))).toBeVisible()
    expect((await page.request.get(`${url}/api/health`)).status()).toBe(503)
    await complaints.expectAny(/50[03]/)
    // React says it once more in its own words: a part that the server could not make.
    complaints.forgive(/50[03]|React error #441/)

    door.open()
    await expect(page.getByRole('heading', { level: 1, name: 'Operations' })).toBeVisible()
    expect(web.isRunning).toBe(true)
  } finally {
    await web.stop()
    await door.close()
  }
})
