import type { World, WorldAccount, WorldCompany } from '@/server/testing/world'
import { companiesOf } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import { importFileOf } from '@/server/testing/world-operations'
import type { Principal, Target } from './principals'
import type { RouteHandler } from './surface'
import { wordsFor } from './words'

type Sent = { query?: Record<string, string>; body?: string; type?: string }

/** What a route needs beyond the ids of its target, so that it succeeds for those who may. `own`: the company of who asks. */
const SPECIAL: Readonly<Record<string, (account: WorldAccount, own: WorldCompany) => Sent>> = {
  '/api/imports/pieces PUT': (account, own) => ({
    query: { operationId: idOf(account, 'upload'), seq: '0' },
    body: importFileOf(own),
    type: 'application/octet-stream',
  }),
}

/** A request to a route as the console would send it, with the ids of the target in the address. */
export function requestFor(
  world: World,
  { address, method }: RouteHandler,
  principal: Principal,
  target: Target,
): Request {
  const { account } = principal
  const own = companiesOf(world).find(({ id }) => id === account?.companyId)
  const company = target.company ?? world.one.customer
  const words = wordsFor(world, company, account)
  const path = address.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => String(words[name]?.[0] ?? name))
  const url = new URL(path, 'http://tierline.test')
  const special = account && own ? (SPECIAL[`${address} ${method}`]?.(account, own) ?? {}) : {}
  const query = { operationId: String(words.operationId?.[0] ?? ''), ...special.query }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  if (target.id !== undefined) url.searchParams.set('companyId', target.id)
  const headers = { 'sec-fetch-site': 'same-origin' }
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const { body = 'input={}', type = 'application/x-www-form-urlencoded' } = special
  return new Request(url, {
    method,
    headers: { ...headers, 'content-type': type, 'content-length': `${body.length}` },
    body,
  })
}
