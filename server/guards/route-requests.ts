import type { World } from '@/server/testing/world'
import { companiesOf } from '@/server/testing/world'
import type { Principal, Target } from './principals'
import type { RouteHandler } from './surface'
import { wordsFor } from './words'

type Body = { body: BodyInit; headers?: Record<string, string> }

/** What handlers that take a body are sent; the others get an empty form. */
const BODIES: Readonly<Record<string, (words: Readonly<Record<string, readonly unknown[]>>) => Body>> = {}

const emptyForm = (): Body => ({ body: new FormData() })

/** A request to a route as the console would send it, with the ids of the target in the address. */
export function requestFor(
  world: World,
  { address, method }: RouteHandler,
  principal: Principal,
  target: Target,
): Request {
  const company = target.company ?? companiesOf(world)[0]
  if (!company) throw new Error('the world is empty')
  const words = wordsFor(world, company, principal.account)
  const path = address.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => String(words[name]?.[0] ?? name))
  const url = new URL(path, 'http://tierline.test')
  for (const name of ['operationId', 'seq']) url.searchParams.set(name, String(words[name]?.[0] ?? '0'))
  if (target.id !== undefined) url.searchParams.set('companyId', target.id)
  const headers = { 'sec-fetch-site': 'same-origin' }
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const sent = (BODIES[`${address} ${method}`] ?? emptyForm)(words)
  return new Request(url, { method, headers: { ...headers, ...sent.headers }, body: sent.body })
}
