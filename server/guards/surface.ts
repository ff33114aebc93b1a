import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'
import { appRouter } from '@/server/trpc/root'

export const ROOT = resolve(import.meta.dirname, '../..')

/** What a walk finds out about a procedure of tRPC. */
export type Procedure = {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  /** Null when it was made without one. */
  privilege: Privilege | null
  open: string | null
  inputs: readonly unknown[]
}

type Raw = { _def: { meta?: unknown; type: Procedure['type']; inputs?: readonly unknown[] } }
type WalkedRouter = { _def: { procedures: Record<string, unknown> } }

const isPrivilege = (name: unknown): name is Privilege => typeof name === 'string' && name in PRIVILEGES

/** Every procedure of a router, flat. */
export function proceduresOf(router: WalkedRouter): Procedure[] {
  return Object.entries(router._def.procedures).map(([path, raw]) => {
    const { meta, type, inputs = [] } = (raw as Raw)._def
    const said = (meta ?? {}) as { privilege?: unknown; open?: unknown }
    return {
      path,
      type,
      privilege: isPrivilege(said.privilege) ? said.privilege : null,
      open: typeof said.open === 'string' ? said.open : null,
      inputs,
    }
  })
}

export const procedures = (): Procedure[] => proceduresOf(appRouter)

/** Files of the project, as paths from its root, in order. */
export function filesOf(...patterns: string[]): string[] {
  return globSync(patterns, {
    cwd: ROOT,
    exclude: (path) => /(^|\/)(node_modules|\.next|\.tierline|prisma\/generated)(\/|$)/.test(path),
  }).sort()
}

/** The address of a page or route file: `app/(console)/customers/[id]/page.tsx` is `/customers/[id]`. */
export function addressOf(file: string): string {
  const parts = file.split('/').slice(1, -1)
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export type RouteHandler = {
  address: string
  method: string
  privilege: Privilege | null
  handle: (request: Request) => Promise<Response>
}

/** What the module of a route exports: one entry per method. */
export function handlersOf(address: string, module: Record<string, unknown>): RouteHandler[] {
  return METHODS.filter((method) => method in module).map((method) => {
    const handler = module[method]
    const said = typeof handler === 'function' && 'privilege' in handler ? handler.privilege : null
    return { address, method, privilege: isPrivilege(said) ? said : null, handle: handler as RouteHandler['handle'] }
  })
}

/** Every exported method of every route handler. */
export async function routeHandlers(): Promise<RouteHandler[]> {
  const found = filesOf('app/**/route.ts', 'app/**/route.tsx').map(async (file) =>
    handlersOf(addressOf(file), await import(join(ROOT, file))),
  )
  return (await Promise.all(found)).flat()
}

/** The addresses of all pages. */
export const pages = (): string[] => filesOf('app/**/page.tsx', 'app/**/page.ts').map(addressOf)
