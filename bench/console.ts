import { type Answer, type Ask, Http } from './load'
import { WHO } from './sizes'

const cookiesIn = ({ headers }: Answer): string =>
  (Array.isArray(headers['set-cookie']) ? headers['set-cookie'] : [headers['set-cookie'] ?? ''])
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** A browser without a window, signed in through the sign-in form. */
export class Console {
  private constructor(
    private readonly http: Http,
    readonly port: number,
    readonly cookies: { name: string; value: string }[],
  ) {}

  static async signIn(port: number, who: { slug: string; loginName: string } = WHO): Promise<Console> {
    const stranger = new Http(port)
    const token = await stranger.ask({ path: '/api/auth/csrf' })
    const { csrfToken } = JSON.parse(token.body.toString()) as { csrfToken: string }
    const form = new URLSearchParams({
      csrfToken,
      slug: who.slug,
      loginName: who.loginName,
      password: WHO.password,
      json: 'true',
    })
    const answer = await stranger.ask({
      path: '/api/auth/callback/credentials',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookiesIn(token) },
      body: form.toString(),
    })
    stranger.close()
    const cookie = cookiesIn(answer)
    if (!cookie.includes('session'))
      throw new Error(`sign-in failed: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
    const http = new Http(port, { cookie, 'accept-encoding': 'identity', 'sec-fetch-site': 'same-origin' })
    const cookies = cookie.split('; ').map((one) => {
      const [name = '', ...value] = one.split('=')
      return { name, value: value.join('=') }
    })
    return new Console(http, port, cookies)
  }

  ask(what: Ask): Promise<Answer> {
    return this.http.ask(what)
  }

  /** A query, as the console's own client sends it. */
  query(path: string, input: unknown): Promise<Answer> {
    return this.ask({ path: `/api/trpc/${path}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}` })
  }

  /** A mutation; its result. */
  async change<T>(path: string, input: unknown): Promise<T> {
    const answer = await this.ask({
      path: `/api/trpc/${path}?batch=1`,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ 0: input }),
    })
    return resultIn<T>(answer)
  }

  async read<T>(path: string, input: unknown): Promise<T> {
    return resultIn<T>(await this.query(path, input))
  }

  close(): void {
    this.http.close()
  }
}

function resultIn<T>(answer: Answer): T {
  const [first] = JSON.parse(answer.body.toString()) as { result?: { data: T } }[]
  if (!first?.result) throw new Error(`answer ${answer.status}: ${answer.body.toString().slice(0, 300)}`)
  return first.result.data
}
