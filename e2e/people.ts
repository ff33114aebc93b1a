import { type APIRequestContext, type BrowserContext, request as playwright } from '@playwright/test'
import { z } from 'zod'
import { ROLE_WORDS, SHOWN } from '@/prisma/seed/demo-partners'
import { COMPANY_KINDS, type CompanyKind, ROLES, type Role } from '@/server/access/privileges'
import { sessionCookieName } from '@/server/auth/cookies'
import { DEMO_LOGIN_PREFIX, DEMO_PASSWORD } from '@/server/auth/demo'
import { env } from '@/server/env'
import type { Locale } from '@/server/i18n/locales'

/** Somebody who signs in. */
export type Person = {
  slug: string
  loginName: string
  password: string
  kind: CompanyKind
  role: Role
  locale: Locale
}

/** The demo's account of this kind of company and role. They all read English, and no test changes that. */
export const demoPerson = (kind: CompanyKind, role: Role): Person => ({
  slug: SHOWN[kind].slug,
  loginName: `${DEMO_LOGIN_PREFIX}${SHOWN[kind].short}-${ROLE_WORDS[role]}`,
  kind,
  role,
  locale: 'en',
  password: DEMO_PASSWORD,
})

export const DEMO_PEOPLE: readonly Person[] = COMPANY_KINDS.flatMap((kind) =>
  ROLES.map((role) => demoPerson(kind, role)),
)

/** Signs in without the page: for tests that are about something else. */
export async function signIn(
  request: APIRequestContext,
  { slug, loginName, password }: Pick<Person, 'slug' | 'loginName' | 'password'>,
) {
  const csrf: { csrfToken: string } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { slug, loginName, password, csrfToken: csrf.csrfToken, json: 'true' },
  })
  const { url = '?error' }: { url?: string } = await answer.json()
  if (url.includes('error')) throw new Error(`${loginName} at ${slug} cannot sign in: ${url}`)
}

const SESSION = sessionCookieName()
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const kept = new Map<string, Cookies>()

/** Makes the browser's session that of this person; nobody signs in twice in one process. */
export async function become(context: BrowserContext, person: Person): Promise<void> {
  const known = kept.get(person.loginName)
  await context.clearCookies({ name: SESSION })
  if (known) return context.addCookies(known)
  await signIn(context.request, person)
  kept.set(
    person.loginName,
    (await context.cookies()).filter(({ name }) => name === SESSION),
  )
}

/** Calls a procedure as whoever is signed in, and gives what it answers. */
export async function mutate(request: APIRequestContext, procedure: string, input: unknown): Promise<unknown> {
  const answer = await request.post(`/api/trpc/${procedure}`, { data: input })
  if (!answer.ok()) throw new Error(`${procedure}: ${answer.status()} ${await answer.text()}`)
  const body: { result: { data: unknown } } = await answer.json()
  return body.result.data
}

/** Of accounts that a test makes. */
const OWN_PASSWORD = 'lantern orbit mosaic 41'

/** Does something as an administrator, beside whatever the page does. */
export async function asAdministrator<Result>(
  administrator: Person,
  work: (request: APIRequestContext) => Promise<Result>,
): Promise<Result> {
  const request = await playwright.newContext({ baseURL: env.E2E_BASE_URL ?? '' })
  try {
    await signIn(request, administrator)
    return await work(request)
  } finally {
    await request.dispose()
  }
}

const created = z.object({ accountId: z.uuid() })

/** An account of a test's own, made by its administrator: what happens to it disturbs nobody. */
export async function newAccount(
  administrator: Person,
  own: Pick<Person, 'role' | 'loginName' | 'locale'>,
): Promise<Person & { accountId: string }> {
  const person = { ...own, password: OWN_PASSWORD, slug: administrator.slug, kind: administrator.kind }
  const account = {
    ...own,
    firstName: 'Éloïse',
    lastName: `Test ${own.loginName}`,
    email: `${own.loginName}@tierline.example`,
    password: OWN_PASSWORD,
  }
  const answer = await asAdministrator(administrator, (request) => mutate(request, 'accounts.own.create', account))
  return { ...person, ...created.parse(answer) }
}
