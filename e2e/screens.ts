import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
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

/** What the parameters of public pages may be in the demo. A link that leads nowhere has a page too. */
const EXAMPLES: Readonly<Record<string, string>> = { slug: 'brightwater', token: 'x'.repeat(43) }

const plans = z.object({ result: z.object({ data: z.object({ rows: z.array(z.object({ id: z.uuid() })) }) }) })

/** A plan with a public trial form, for whoever is signed in. */
export async function trialForm(request: APIRequestContext): Promise<string> {
  const input = JSON.stringify({ filter: { state: ['trialForm'] } })
  const { result } = plans.parse(await (await request.get('/api/trpc/plans.list', { params: { input } })).json())
  const [plan] = result.data.rows
  if (!plan) throw new Error('no plan of the demo has a trial form')
  return plan.id
}

/** The addresses of the pages that need no account, as they stand in the folder; `id`: of a trial form. */
export function publicAddresses(id: string, folder = join('app', '(public)')): string[] {
  const examples = { ...EXAMPLES, id }
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|[/\\])page\.tsx$/.test(name),
  )
  return pages.map((page) => {
    const parts = page
      .split(/[/\\]/)
      .slice(0, -1)
      .filter((part) => !part.startsWith('('))
    return `/${parts.map((part) => part.replace(/^\[(.+)\]$/, (_, name) => exampleOf(examples, name, page))).join('/')}`
  })
}

function exampleOf(examples: Readonly<Record<string, string>>, name: string, page: string): string {
  const example = examples[name]
  if (example === undefined) throw new Error(`e2e/screens.ts has no example of [${name}] for ${page}`)
  return example
}
