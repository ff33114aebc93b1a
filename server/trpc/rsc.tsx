import {
  dehydrate,
  HydrationBoundary,
  type QueryClient,
  type QueryFunction,
  type SkipToken,
} from '@tanstack/react-query'
import { TRPCError } from '@trpc/server'
import { createTRPCOptionsProxy, type TRPCQueryKey } from '@trpc/tanstack-react-query'
import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { NotAllowedPage } from '@/components/shell/pages-for-later'
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

/** The options of any procedure: what each answers is no matter here. */
type Query = { queryKey: TRPCQueryKey; queryFn?: QueryFunction<unknown, TRPCQueryKey> | SkipToken }

/**
 * What every page does: fetches what the screen shows first, and who is signed in (layouts stay as they were), then gives
 * the screen with that data inside. Signed out goes to the sign-in page; what one may not see is *not found*, what one may
 * not do *not allowed*, both in the shell.
 */
export async function Screen({ load, children }: { load: readonly Query[]; children: ReactNode }) {
  const client = queryClient()
  try {
    const wanted: Query[] = [trpc.self.me.queryOptions(), ...load]
    await Promise.all(wanted.map((query) => client.fetchQuery(query)))
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (cause instanceof DomainError && cause.code === 'signedOut') redirect(await signInPath())
    if (cause instanceof DomainError && cause.code === 'twoFactorRequired') redirect('/administration/account')
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    if (cause instanceof DomainError && error instanceof TRPCError && error.code === 'FORBIDDEN') {
      return <NotAllowedPage privilege={typeof cause.params.privilege === 'string' ? cause.params.privilege : ''} />
    }
    throw error
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
