import { withClient } from '@/server/db/roles'
import { typescript } from './root'
import { must } from './step'

type SignIn = { slug: string; loginName: string; of: string }

/** Slugs of all companies. The owner is bound by row security like everybody: it asks as the system. */
async function slugs(ownerUrl: string): Promise<Set<string>> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin')
    await client.query('set local role tierline_system')
    const { rows } = await client.query<{ slug: string }>('select slug from company limit 1000')
    return new Set(rows.map((row) => row.slug))
  })
}

/** Fills an empty database with the demo; a database that holds anything is left alone. Says whether it did. */
export async function seedIfEmpty(ownerUrl: string): Promise<boolean> {
  if ((await slugs(ownerUrl)).size > 0) return false
  await must(process.execPath, [...typescript('prisma/seed/cli.ts'), 'run', 'demo'])
  return true
}

/** Whom one can sign in as: the demo's accounts whose companies are there. */
export async function demoSignIns(ownerUrl: string): Promise<{ password: string; signIns: SignIn[] }> {
  const [{ SCENARIOS, PASSWORD }, there] = await Promise.all([import('@/prisma/seed/scenarios'), slugs(ownerUrl)])
  return { password: PASSWORD, signIns: SCENARIOS.demo.signIns.filter(({ slug }) => there.has(slug)) }
}
