import { Client } from 'pg'
import { env } from '@/server/env'
import { assertApplicationRole } from './refuse-owner'

const RETRY_MS = 5_000

/**
 * Ends the process when the database role could walk through the walls. A database that does not answer yet is no reason to
 * stop: pages say so, and the question is asked again until it is answered.
 */
export async function refuseToServeAsOwner(): Promise<void> {
  const client = new Client({
    connectionString: env.DATABASE_URL,
    application_name: 'tierline-start',
    connectionTimeoutMillis: 3_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    console.warn('The database does not answer yet:', error instanceof Error ? error.message : error)
    setTimeout(() => void refuseToServeAsOwner(), RETRY_MS).unref()
    return
  }
  try {
    await assertApplicationRole(client)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  } finally {
    await client.end().catch(() => undefined)
  }
}
