/** What the server says to a sign-in: fine, or a code of lib/errors.ts (or of the browser: offline, cookiesBlocked). */
export type SignInAnswer = { ok: true } | { ok: false; code: string; params: Record<string, number> }

/** `code`: the second factor, once it was asked for (twoFactorNeeded). */
type Secret = { slug: string; loginName: string; password: string; code?: string }

const refused = (code: string, params: Record<string, number> = {}): SignInAnswer => ({ ok: false, code, params })

async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' })
  const body: { csrfToken?: string } = await response.json()
  return body.csrfToken ?? ''
}

async function post(path: string, fields: Record<string, string>): Promise<URL | null> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' })
  const response = await fetch(`/api/auth/${path}`, { method: 'POST', body })
  const answer: { url?: string } = await response.json()
  return URL.parse(answer.url ?? '', window.location.origin)
}

/** `signInLocked:12` → its code and minutes. */
function answerIn(url: URL): SignInAnswer {
  if (url.searchParams.has('csrf')) return refused('cookiesBlocked')
  const error = url.searchParams.get('error')
  if (error === null) return { ok: true }
  const [code = 'internal', minutes = ''] = error.split(':')
  return refused(code, minutes === '' ? {} : { minutes: Number(minutes) })
}

/** Signs in. The session is a cookie that scripts cannot read. */
export async function signIn({ slug, loginName, password, code = '' }: Secret): Promise<SignInAnswer> {
  try {
    const url = await post('callback/credentials', { slug, loginName, password, code })
    return url ? answerIn(url) : refused('internal')
  } catch {
    return refused('offline')
  }
}

/** Ends the session on the server and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await post('signout', {})
  window.location.assign('/sign-in?left')
}
