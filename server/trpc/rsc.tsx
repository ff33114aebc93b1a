import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query'
import { TRPCError } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { NotAllowed } from '@/components/shell/not-allowed'
import { makeQueryClient } from '@/components/trpc/query-client'
import { DomainError } from '@/server/lib/errors'
import { currentContext } from './request-context'
import { appRouter } from './root'
import { signInPath } from './sign-in-path'

const queryClient = cache(makeQueryClient)

/** Query options for `load`, as the client's `useTRPC()` makes them: a function call on the server, no HTTP. */
export const trpc = createTRPCOptionsProxy({ ctx: currentContext, router: appRouter, queryClient })

/** Procedures as plain functions, for a page that needs a value itself. */
export const caller = async () => appRouter.createCaller(await currentContext())

/** What a page must know before it can say what its screen loads; the screen finds it there. */
export const loaded: QueryClient['fetchQuery'] = (options) => queryClient().fetchQuery(options)

type Query = Parameters<QueryClient['fetchQuery']>[0]

/**
 * What every page does: fetches what the screen shows first, and who is signed in (layouts stay as they were), then gives the screen with that data inside. Signed out goes to
 * the sign-in page; what one may not see is *not found*, what one may not do *not allowed*, both in the shell.
 */
// biome-ignore lint/suspicious/noExplicitAny: each procedure's options carry its own types; only their keys and functions matter here
export async function Screen({ load, children }: { load: any[]; children: ReactNode }) {
  const client = queryClient()
  try {
    await Promise.all([trpc.self.me.queryOptions(), ...load].map((options: Query) => client.fetchQuery(options)))
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof DomainError && cause.code === 'signedOut') redirect(await signInPath())
    if (cause instanceof DomainError && cause.code === 'twoFactorRequired') redirect('/administration/account')
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    if (cause instanceof DomainError && error instanceof TRPCError && error.code === 'FORBIDDEN') {
      return <NotAllowed privilege={typeof cause.params.privilege === 'string' ? cause.params.privilege : ''} />
    }
    throw error
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
