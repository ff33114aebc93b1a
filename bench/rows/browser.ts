import { type BrowserContext, type CDPSession, chromium, devices, type Page } from '@playwright/test'
import { findChromium } from '@/e2e/chromium'
import type { Console } from '../console'
import { median } from '../load'
import { startEmpty } from '../processes'
import { type Line, ms, times } from '../report'

/** A first paint waits for whatever else the machine is doing: the middle of a few says little. */
const VISITS = 9

type Visit = { kilobytes: number; paintMs: number; shift: number }

const { userAgent } = devices['Pixel 7']
const PHONE = { userAgent, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** A phone of the middle class on a slow mobile network, as Lighthouse imagines it. */
async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  })
}

/** In the page: keeps its largest paint and the sum of its layout shifts. */
function observe(): void {
  const seen = { paintMs: 0, shift: 0, reactionMs: 0 }
  Reflect.set(window, 'seen', seen)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.paintMs = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'))
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // As *Interaction to Next Paint* counts: clicks and keys, not that a page appears below a mouse that rests.
      if (Number(Reflect.get(entry, 'interactionId')) > 0) seen.reactionMs = Math.max(seen.reactionMs, entry.duration)
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}

const seenIn = (page: Page): Promise<Visit & { reactionMs: number }> =>
  page.evaluate(() => Reflect.get(window, 'seen') as never)

/** Kilobytes of the scripts that the page itself asks for: what it loads later, when it is idle, does not count. */
async function weigh(page: Page, url: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(url, { waitUntil: 'load' })
  const bytes = await Promise.all(sizes)
  return bytes.reduce((sum, size) => sum + size, 0) / 1024
}

/** A first visit, nothing kept from an earlier one. */
async function visit(context: BrowserContext, url: string, isPhone: boolean): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  if (isPhone) await slowDown(session)
  await page.addInitScript(observe)
  const kilobytes = await weigh(page, url)
  await page.waitForLoadState('networkidle')
  const { paintMs, shift } = await seenIn(page)
  await page.close()
  return { kilobytes, paintMs, shift }
}

/** How long the slowest of some gestures takes until the screen shows something of it. */
async function reaction(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(observe)
  await page.goto(url, { waitUntil: 'networkidle' })
  const ticks = page.locator('tbody input[type=checkbox]')
  for (let at = 0; at < 5; at++) await ticks.nth(at).click()
  await page.locator('thead button').first().click()
  await page.keyboard.press('f')
  await page.waitForLoadState('networkidle')
  const { reactionMs } = await seenIn(page)
  await page.close()
  return reactionMs
}

const middleOf = (visits: readonly Visit[]): Visit => ({
  kilobytes: median(visits.map(({ kilobytes }) => kilobytes)),
  paintMs: median(visits.map(({ paintMs }) => paintMs)),
  shift: Math.max(...visits.map(({ shift }) => shift)),
})

/** Row 14: the Customers page in a browser, against an empty page of the same Next. */
export async function browserRow(size: string, console: Console): Promise<Line[]> {
  const { title: _, ...found } = await findChromium()
  const empty = await startEmpty()
  const browser = await chromium.launch(found)
  const kilobytes = (value: number) => `${Math.round(value)} kB`
  try {
    const floorUrl = `http://127.0.0.1:${empty.port}/`
    const url = `http://127.0.0.1:${console.port}/customers`
    const contextOf = async (isPhone: boolean) => {
      const context = await browser.newContext(isPhone ? PHONE : { viewport: { width: 1440, height: 900 } })
      await context.addCookies(console.cookies.map((cookie) => ({ ...cookie, url })))
      return context
    }
    const [phone, desk] = [await contextOf(true), await contextOf(false)]
    await visit(desk, url, false)
    const [floors, pages, wide]: [Visit[], Visit[], Visit[]] = [[], [], []]
    const reactions: number[] = []
    for (let round = 0; round < VISITS; round++) {
      floors.push(await visit(phone, floorUrl, true))
      pages.push(await visit(phone, url, true))
      wide.push(await visit(desk, url, false))
      reactions.push(await reaction(desk, url))
    }
    const [a, b] = [middleOf(floors), middleOf(pages)]
    const [more, shift, answer] = [
      b.kilobytes - a.kilobytes,
      Math.max(b.shift, middleOf(wide).shift),
      median(reactions),
    ]
    const line = { row: '14', size, floor: '', ratio: '' }
    return [
      {
        ...line,
        work: 'scripts of the Customers page, compressed (floor: empty page)',
        ...{ floor: kilobytes(a.kilobytes), tierline: kilobytes(b.kilobytes), ratio: `+ ${kilobytes(more)}` },
        ...{ goal: '≤ + 60 kB', isMet: more <= 60 },
      },
      {
        ...line,
        work: 'largest paint on a slow phone',
        ...{ floor: ms(a.paintMs), tierline: ms(b.paintMs), ratio: times(b.paintMs / a.paintMs) },
        ...{ goal: '≤ 1.5 ×', isMet: b.paintMs / a.paintMs <= 1.5 },
      },
      { ...line, work: 'layout shift', tierline: shift.toFixed(3), goal: '0', isMet: shift < 0.001 },
      { ...line, work: 'slowest reaction', tierline: ms(answer), goal: '≤ 100 ms', isMet: answer <= 100 },
    ]
  } finally {
    await browser.close()
    await empty.stop()
  }
}
