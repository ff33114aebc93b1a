import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { SCREENS, type ScreenEntry } from '@/components/screens'
import { mayAtAll } from '@/server/access/decide'
import type { Person } from './people'

export const ALL_SCREENS: readonly ScreenEntry[] = SCREENS

export const maySee = (person: Person, { privilege }: ScreenEntry): boolean =>
  mayAtAll({ ...person, chain: [] }, privilege).ok

const isPattern = ({ path }: ScreenEntry) => path.includes('[')
const fixedPaths = ALL_SCREENS.filter((screen) => !isPattern(screen)).map(({ path }) => path)

/** The first link in the HTML that leads to such a screen. */
export function linkTo({ path }: Pick<ScreenEntry, 'path'>, html: string): string | undefined {
  const pattern = new RegExp(`href="(${path.replace(/\[[^\]]+\]/g, '[^/"?#]+')})["?#]`, 'g')
  return [...html.matchAll(pattern)].map(([, href]) => href).find((href) => href && !fixedPaths.includes(href))
}

/**
 * An address of this screen for whoever is signed in. One with a parameter is looked for on the screens above it, then on all
 * others: a screen that nothing leads to has none.
 */
export async function addressOf(
  request: APIRequestContext,
  screen: ScreenEntry,
  person: Person,
): Promise<string | undefined> {
  if (!isPattern(screen)) return screen.path
  const isAbove = ({ path }: ScreenEntry) => screen.path.startsWith(`${path}/`) && path !== '/'
  const sources = ALL_SCREENS.filter((source) => !isPattern(source) && maySee(person, source))
  for (const source of sources.toSorted((a, b) => Number(isAbove(b)) - Number(isAbove(a)))) {
    const found = linkTo(screen, await (await request.get(source.path)).text())
    if (found) return found
  }
  return undefined
}

/** What the parameters of public pages may be in the demo. */
const EXAMPLES: Record<string, string> = { slug: 'brightwater' }

/** The addresses of the pages that need no account, as they stand in the folder. */
export function publicAddresses(folder = join('app', '(public)')): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[/\\])page\.tsx$/.test(name),
  )
  return pages.map((page) => {
    const parts = page
      .split(/[/\\]/)
      .slice(0, -1)
      .filter((part) => !part.startsWith('('))
    return `/${parts.map((part) => part.replace(/^\[(.+)\]$/, (_, name) => exampleOf(name, page))).join('/')}`
  })
}

function exampleOf(name: string, page: string): string {
  const example = EXAMPLES[name]
  if (example === undefined) throw new Error(`e2e/screens.ts has no example of [${name}] for ${page}`)
  return example
}
