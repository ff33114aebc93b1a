import { test as base, devices, expect, type Page } from '@playwright/test'

export { expect }

/** A phone, in portrait, that calls itself one. */
const { userAgent } = devices['Pixel 7']
export const PHONE = { userAgent, viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** What a page complained about since `watch`. */
export type Complaints = {
  list: string[]
  /** Waits for such a complaint and takes those that match off the list: the browser reports one after the page shows it. */
  expectAny(pattern: RegExp): Promise<void>
  /** From now on leaves out complaints that may have come or may come, as of a question that was under way. */
  forgive(pattern: RegExp): void
}

/** Collects console errors, uncaught exceptions and violations of the Content-Security-Policy of a page. */
export async function watch(page: Page): Promise<Complaints> {
  const list: string[] = []
  const forgiven: RegExp[] = []
  const take = (pattern: RegExp) => {
    list.splice(0, list.length, ...list.filter((entry) => !pattern.test(entry)))
  }
  const add = (entry: string) => {
    if (!forgiven.some((pattern) => pattern.test(entry))) list.push(entry)
  }
  page.on('pageerror', (error) => add(`uncaught: ${error.stack ?? error.message} (${page.url()})`))
  page.on('console', (message) => {
    if (message.type() === 'error') add(`console.error: ${message.text()} (${message.location().url})`)
  })
  await page.exposeFunction('tierlineViolation', (text: string) => add(`content security policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'tierlineViolation')
      if (typeof report === 'function') report(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  return {
    list,
    async expectAny(pattern) {
      await expect
        .poll(() => list.filter((entry) => pattern.test(entry)), { message: `a complaint like ${pattern}` })
        .not.toEqual([])
      take(pattern)
    },
    forgive(pattern) {
      forgiven.push(pattern)
      take(pattern)
    },
  }
}

/** The base of every browser test: whatever the page complains about fails it. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ page }, use) => {
      const complaints = await watch(page)
      await use(complaints)
      expect(complaints.list, 'the page complained').toEqual([])
    },
    { auto: true },
  ],
})
