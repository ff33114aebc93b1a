import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { env } from '@/server/env'

const outbox = () => join(env.TIERLINE_STATE_DIR, 'outbox')

/** The lines that belong together again, and `=3D` an equals sign: mails travel as quoted-printable. */
const unquoted = (part: string): string => part.replace(/=\r?\n/g, '').replaceAll('=3D', '=')

function linkIn(mail: string, kind: string): string | undefined {
  const [, path] = new RegExp(`(/${kind}/[\\w-]{20,})`).exec(unquoted(mail)) ?? []
  return path
}

/** Where the link of this kind leads that was sent to an address; waits until the worker has sent it. */
export async function linkSentTo(address: string, kind: 'invitation' | 'reset'): Promise<string> {
  const find = (): string | undefined => {
    if (!existsSync(outbox())) return undefined
    const mails = readdirSync(outbox()).filter((name) => name.endsWith('.eml'))
    const own = mails.map((name) => readFileSync(join(outbox(), name), 'utf8')).filter((mail) => mail.includes(address))
    return own.map((mail) => linkIn(mail, kind)).find((link) => link !== undefined)
  }
  await expect.poll(find, { message: `a mail to ${address}`, timeout: 60_000 }).toBeDefined()
  return find() ?? ''
}
