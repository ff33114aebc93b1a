import { expect, test } from 'vitest'
import { SCREENS } from '@/components/screens'
import { EXPORTS } from '@/server/features/exports/kinds'
import { route } from '@/server/trpc/route'
import { handlersOf, pages, type RouteHandler, routeHandlers } from './surface'

/** Route handlers that anybody may reach: the door of tRPC (its procedures decide), sign-in, probes. */
const PUBLIC_ROUTES: readonly string[] = [
  '/api/auth/[...nextauth] GET',
  '/api/auth/[...nextauth] POST',
  '/api/health GET',
  '/api/trpc/[trpc] GET',
  '/api/trpc/[trpc] POST',
]

/** Pages before anybody has signed in, and *not found*. */
const PUBLIC_PAGES: readonly string[] = [
  '/register',
  '/sign-in',
  '/[slug]/sign-in',
  '/trial/[id]',
  '/forgot',
  '/invitation/[token]',
  '/reset/[token]',
  '/[...rest]',
]

const routeFindings = (found: readonly RouteHandler[]) =>
  found
    .filter(({ privilege }) => privilege === null)
    .map(({ address, method }) => `${address} ${method}`)
    .filter((name) => !PUBLIC_ROUTES.includes(name))

const screenPaths: readonly string[] = SCREENS.map(({ path }) => path)
const pageFindings = (found: readonly string[]) =>
  found.filter((address) => !screenPaths.includes(address) && !PUBLIC_PAGES.includes(address))

test('every method of every route handler is born with a privilege or stands in the public list', async () => {
  expect(routeFindings(await routeHandlers())).toEqual([])
})

test('every page is a screen with a privilege or stands in the public list', () => {
  expect(pageFindings(pages())).toEqual([])
})

test('every screen has a page, and the public lists name only what exists', async () => {
  const handlers = (await routeHandlers()).map(({ address, method }) => `${address} ${method}`)
  expect(PUBLIC_ROUTES.filter((name) => !handlers.includes(name))).toEqual([])
  expect([...screenPaths, ...PUBLIC_PAGES].filter((path) => !pages().includes(path))).toEqual([])
})

test('every kind of export has a route, born with the privilege of that kind', async () => {
  const handlers = await routeHandlers()
  const privileges = Object.keys(EXPORTS).map((kind) =>
    handlers.filter(({ address }) => address === `/api/exports/${kind}`).map(({ privilege }) => privilege),
  )
  expect(privileges.map((found) => [...new Set(found)])).toEqual(
    Object.values(EXPORTS).map(({ privilege }) => [privilege]),
  )
})

test('the guard fires: a bare handler, one with an invented privilege, a page nobody declared', () => {
  const answer = async () => new Response()
  const module = {
    GET: route('customer.export', 'read', answer),
    POST: answer,
    DELETE: Object.assign(answer, { privilege: 'customer.steal' }),
    dynamic: 'force-dynamic',
  }
  expect(routeFindings(handlersOf('/api/x', module))).toEqual(['/api/x POST', '/api/x DELETE'])
  expect(pageFindings(['/secret'])).toEqual(['/secret'])
})
