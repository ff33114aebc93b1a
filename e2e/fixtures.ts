import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** A phone, in portrait. */
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const

/** What a page complained about since `watch`. */
export type Complaints = {
  list: string[]
  /** Expects these complaints: takes those that match off the list, and fails if there is none. */
  expectAny(pattern: RegExp): void
  /** Takes complaints off the list that may come or not, as of a question that was under way. */
  forgive(pattern: RegExp): void
}

/** Collects console errors, uncaught exceptions and violations of the Content-Security-Policy of a page. */
export async function watch(page: Page): Promise<Complaints> {
  const list: string[] = []
  page.on('pageerror', (error) => list.push(`uncaught: ${error.stack ?? error.message} (${page.url()})`))
  page.on('console', (message) => {
    if (message.type() === 'error') list.push(`console.error: ${message.text()} (${message.location().url})`)
  })
  await page.exposeFunction('tierlineViolation', (text: string) => list.push(`content security policy: ${text}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'tierlineViolation')
      if (typeof report === 'function') report(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  const forgive = (pattern: RegExp) => {
    list.splice(0, list.length, ...list.filter((entry) => !pattern.test(entry)))
  }
  return {
    list,
    expectAny(pattern) {
      expect(list.filter((entry) => pattern.test(entry)).length, `a complaint like ${pattern}`).toBeGreaterThan(0)
      forgive(pattern)
    },
    forgive,
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
