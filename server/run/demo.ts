import { withClient } from '@/server/db/roles'
import { typescript } from './root'
import { must } from './step'

const ABBREVIATED = new Set(['isp', 'msp'])

type SignIn = { slug: string; loginName: string; of: string }

/** The owner is bound by row security like everybody: it asks as the system. */
async function companies(ownerUrl: string, condition: string, values: unknown[] = []): Promise<Map<string, string>> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query('set local role tierline_system')
    const { rows } = await client.query<{ slug: string; name: string }>(
      `select slug, name from company ${condition}`,
      values,
    )
    return new Map(rows.map(({ slug, name }) => [slug, name]))
  })
}

/** Fills an empty database with the demo; a database that holds anything is left alone. Says whether it did. */
export async function seedIfEmpty(ownerUrl: string): Promise<boolean> {
  const some = await companies(ownerUrl, 'limit 1')
  if (some.size > 0) return false
  await must(process.execPath, [...typescript('prisma/seed/cli.ts'), 'run', 'demo'])
  return true
}

/** Whom one can sign in as, as lines for a terminal: the demo's accounts whose companies are there. */
export async function demoSignIns(ownerUrl: string, origin: string): Promise<string[]> {
  const { SCENARIOS, PASSWORD } = await import('@/prisma/seed/scenarios')
  const known = Map.groupBy<string, SignIn>(SCENARIOS.demo.signIns, ({ slug }) => slug)
  const there = await companies(ownerUrl, 'where slug = any($1)', [[...known.keys()]])
  const groups = [...known].filter(([slug]) => there.has(slug))
  if (groups.length === 0) return []
  const lines = groups.flatMap(([slug, signIns]) => {
    const [{ of: title } = { of: '' }] = signIns
    const kind = title.split(',')[0] ?? ''
    const word = ABBREVIATED.has(kind) ? kind.toUpperCase() : kind
    const names = signIns.map(({ loginName }) => loginName.padEnd(24))
    const rows = [names.slice(0, 4), names.slice(4)].filter((row) => row.length > 0)
    return [
      `  ${there.get(slug)} (${word}): ${origin}/${slug}/sign-in`,
      ...rows.map((row) => `    ${row.join('').trimEnd()}`),
    ]
  })
  return [`Sign in with a card on ${origin}/sign-in, or by name (password ${PASSWORD}):`, ...lines]
}
