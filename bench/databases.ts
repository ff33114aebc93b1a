import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { migrate } from '@/prisma/migrate'
import { type Embedded, startEmbedded } from '@/server/db/embedded'
import { withClient } from '@/server/db/roles'
import { env } from '@/server/env'
import { ROOT } from '@/server/run/root'
import { step } from '@/server/run/step'
import { DATA_VERSION, fill } from './data'
import type { Size } from './sizes'

export type BenchDatabase = { size: Size; appUrl: string; superuserUrl: string }

const at = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** What a kept database was made of: other data or other migrations make it anew. */
function recipe(size: Size): string {
  const folder = join(ROOT, 'prisma', 'migrations')
  const hash = createHash('sha256').update(`${DATA_VERSION} ${JSON.stringify(size)}`)
  for (const name of readdirSync(folder).sort()) {
    if (/^\d/.test(name)) hash.update(readFileSync(join(folder, name, 'migration.sql')))
  }
  return hash.digest('hex')
}

/** The server of the measurements, with data of its own beside the console's. */
export const startServer = (): Promise<Embedded> =>
  startEmbedded({ dataDir: join(env.TIERLINE_STATE_DIR, 'bench', 'postgres'), port: 25_632 })

/** The database of a size: kept from an earlier run, or filled now. */
export async function databaseOf(server: Embedded, size: Size): Promise<BenchDatabase> {
  const name = `bench_${size.name.toLowerCase()}`
  const urls = { appUrl: at(server.appUrl, name), superuserUrl: at(server.superuserUrl, name) }
  const wanted = recipe(size)
  const isKept = await withClient(server.superuserUrl, async (client) => {
    const { rows } = await client.query<{ said: string | null }>(
      `select shobj_description(oid, 'pg_database') as said from pg_database where datname = $1`,
      [name],
    )
    return rows[0]?.said === wanted
  })
  if (!isKept) {
    await step(`Data ${size.name}: ${size.partners} partners, ${size.customers} customers`, async () => {
      await remake(server, name)
      await migrate(at(server.ownerUrl, name))
      await withClient(urls.superuserUrl, (client) => fill(client, size))
      await withClient(urls.superuserUrl, (client) => client.query('vacuum analyze company, tally'))
      await withClient(server.superuserUrl, (client) =>
        client.query(`comment on database ${escapeIdentifier(name)} is ${escapeLiteral(wanted)}`),
      )
    })
  }
  return { size, ...urls }
}

async function remake(server: Embedded, name: string, template = 'template0'): Promise<void> {
  const owner = new URL(server.ownerUrl).username
  await withClient(server.superuserUrl, async (client) => {
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
    await client.query(
      `create database ${escapeIdentifier(name)} owner ${escapeIdentifier(owner)} template ${escapeIdentifier(template)}`,
    )
    await client.query(`grant connect, temporary on database ${escapeIdentifier(name)} to tierline_app`)
  })
}

/** A copy to write into; what is written there is lost. */
export async function copyOf(server: Embedded, { size }: BenchDatabase): Promise<BenchDatabase> {
  const name = `bench_${size.name.toLowerCase()}_copy`
  await remake(server, name, `bench_${size.name.toLowerCase()}`)
  return { size, appUrl: at(server.appUrl, name), superuserUrl: at(server.superuserUrl, name) }
}
