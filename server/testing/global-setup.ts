import { createHash } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/prisma/migrate'
import { startScratch } from '@/server/db/embedded-temporary'
import { ensureOwnedDatabase, withClient } from '@/server/db/roles'
import { env } from '@/server/env'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** Where test databases are made. `makerUrl` may create databases; `template` is migrated and empty. */
export type TestServer = { makerUrl: string; ownerUrl: string; appUrl: string; template: string }

/** A throw-away server of one's own, given as its superuser. */
async function ownServer(superuserUrl: string): Promise<TestServer & { stop(): Promise<void> }> {
  const template = `tierline_template_${process.pid}`
  // The same at every run: roles outlive it.
  const password = createHash('sha256').update(`tierline test ${superuserUrl}`).digest('hex')
  const urls = await ensureOwnedDatabase(superuserUrl, { owner: password, application: password }, template)
  await migrate(urls.ownerUrl)
  const stop = () => withClient(superuserUrl, async (client) => void (await client.query(`drop database ${template}`)))
  return { makerUrl: superuserUrl, ...urls, template, stop }
}

async function scratchServer(): Promise<TestServer & { stop(): Promise<void> }> {
  const { superuserUrl, ownerUrl, appUrl, stop } = await startScratch()
  await migrate(ownerUrl)
  return { makerUrl: superuserUrl, ownerUrl, appUrl, template: 'tierline', stop }
}

/** One server and one migrated template for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = env.TEST_DATABASE_OWNER_URL
  const { stop, ...server } = given ? await ownServer(given) : await scratchServer()
  project.provide('testServer', server)
  return stop
}
