import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { env } from '@/server/env'
import { DomainError } from '@/server/lib/errors'
import { clientAddress } from './address'
import { isHttps, SESSION_HOURS, sessionCookieName } from './cookies'
import { readSessionId } from './session'
import { closeSession } from './sessions'
import { signIn } from './sign-in'

/** What the sign-in page reads back from a refusal: `signInLocked:12`, `wrongCredentials:`, … */
function asAnswer(error: unknown): Error {
  if (error instanceof DomainError) return new Error(`${error.code}:${error.params.minutes ?? ''}`)
  console.error('sign-in', error)
  return new Error('internal:')
}

const headersOf = (given: Record<string, unknown> | undefined): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(given ?? {})) if (typeof value === 'string') headers.set(name, value)
  return headers
}

/** next-auth with a signed token that carries the id of a session row and nothing else; the row decides. */
export const authOptions = (): NextAuthOptions => ({
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3600 },
  useSecureCookies: isHttps(),
  cookies: {
    sessionToken: {
      name: sessionCookieName(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() },
    },
  },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in', verifyRequest: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { slug: {}, loginName: {}, password: {}, code: {} },
      authorize: async (input, request) => {
        const headers = headersOf(request.headers)
        const from = { address: clientAddress(headers), userAgent: headers.get('user-agent') ?? '' }
        try {
          const id = await signIn(input, from)
          const former = await readSessionId()
          if (former) await closeSession(former)
          return { id }
        } catch (error) {
          throw asAnswer(error)
        }
      },
    }),
  ],
  callbacks: {
    // `session` (what a browser sends to session.update) is not even looked at.
    jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => (URL.parse(url, baseUrl)?.origin === URL.parse(baseUrl)?.origin ? url : baseUrl),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sid === 'string') await closeSession(token.sid)
    },
  },
})
