import { encode } from 'next-auth/jwt'
import { expect, test, vi } from 'vitest'
import { env } from '@/server/env'
import { sessionCookieName } from './cookies'
import { authOptions } from './options'
import { sessionIdIn } from './session'

const SID = '0190b1a4-0000-7000-8000-000000000001'
const OTHER = '0190b1a4-0000-7000-8000-00000000ffff'
const token = (payload: object, secret = env.NEXTAUTH_SECRET, maxAge = 60) =>
  encode({ token: { ...payload }, secret, maxAge })

test('the cookie names a session and nothing else', async () => {
  expect(await sessionIdIn(await token({ sid: SID }))).toBe(SID)
})

test.each([
  ['signed by somebody else', () => token({ sid: SID }, 'another-secret-another-secret-another')],
  ['over', () => token({ sid: SID }, env.NEXTAUTH_SECRET, -60)],
  ['without a session', () => token({ sub: SID })],
  ['with a session of another shape', () => token({ sid: { $ne: '' } })],
  ['with text in place of an id', () => token({ sid: "' or 1=1 --" })],
  ['garbage', async () => 'a.b.c'],
])('a token %s names nobody', async (_, make) => {
  expect(await sessionIdIn(await make())).toBeNull()
})

test('a token that was read before is over when its time is', async () => {
  const kept = await token({ sid: SID })
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  try {
    expect(await sessionIdIn(kept)).toBe(SID)
    vi.setSystemTime(Date.now() + 59_000)
    expect(await sessionIdIn(kept)).toBe(SID)
    vi.setSystemTime(Date.now() + 2_000)
    expect(await sessionIdIn(kept)).toBeNull()
  } finally {
    vi.useRealTimers()
  }
})

test('what a browser sends to update its session changes nothing', async () => {
  const { jwt, session } = authOptions().callbacks ?? {}
  const sent = { sid: OTHER, role: 'administrator', user: { id: OTHER } }
  const kept = await jwt?.({ token: { sid: SID }, trigger: 'update', session: sent } as never)
  expect(kept).toEqual({ sid: SID })
  const shown = await session?.({
    session: { expires: 'then', user: sent },
    token: { sid: SID },
    newSession: sent,
  } as never)
  expect(shown).toEqual({ expires: 'then' })
})

test('after signing in, a path of this origin or home', async () => {
  const { redirect } = authOptions().callbacks ?? {}
  const baseUrl = 'https://console.example'
  expect(await redirect?.({ url: '/customers', baseUrl })).toBe('/customers')
  for (const url of [
    'https://evil.example/',
    '//evil.example',
    'https://console.example.evil.example',
    'http://console.example',
    '::',
  ]) {
    expect(await redirect?.({ url, baseUrl })).toBe(url === '::' ? url : baseUrl)
  }
})

test('scripts cannot read the cookie, other sites do not send it, and https keeps it to https', () => {
  const cookie = () => authOptions().cookies?.sessionToken?.options
  expect(cookie()).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
  vi.stubEnv('APP_URL', 'https://console.example')
  expect(cookie()).toMatchObject({ httpOnly: true, secure: true })
  expect(sessionCookieName()).toMatch(/^__Host-/)
  vi.unstubAllEnvs()
})
