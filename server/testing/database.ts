import { randomBytes } from 'node:crypto'
import { Client, type QueryResultRow } from 'pg'
import { inject } from 'vitest'
import { disconnect } from '@/server/db/client'
import { withClient } from '@/server/db/roles'
import { setEnvironment } from '@/server/env'

export type TestDatabase = {
  /** Owner of all tables; row security is forced on it too. */
  ownerUrl: string
  appUrl: string
  /** May do everything: to look behind the walls, and to break them on purpose. */
  superuserUrl: string
  drop(): Promise<void>
}

const onDatabase = (url: string, name: string) => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/**
 * A database of this test file's own, a copy of the migrated template (some 50 ms),
 * which the application's client in this process uses from now on.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { makerUrl, ownerUrl, appUrl, template } = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const owner = new URL(ownerUrl).username
  await disconnect()
  await withClient(makerUrl, (maker) =>
    maker.query(`create database ${name} template ${template} owner "${owner}" strategy file_copy`),
  )
  const urls = { ownerUrl: onDatabase(ownerUrl, name), appUrl: onDatabase(appUrl, name) }
  setEnvironment({ DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl })
  return {
    ...urls,
    superuserUrl: onDatabase(makerUrl, name),
    async drop() {
      await disconnect()
      await withClient(makerUrl, (maker) => maker.query(`drop database ${name} with (force)`))
    },
  }
}

/** Plain SQL as anybody, on a connection of its own. */
export async function sql<Row extends QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
