'use client'

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, type TRPCClientErrorLike } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import type { AppRouter } from '@/server/trpc/root'
import { makeQueryClient } from './query-client'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

export type ApiError = TRPCClientErrorLike<AppRouter>

let inBrowser: QueryClient | undefined

/** The browser keeps one client; the server makes one for each request. */
function queryClient(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient()
  inBrowser ??= makeQueryClient()
  return inBrowser
}

/** Gives the tree its connection to the procedures. */
export function Connected({ children }: { children: ReactNode }) {
  const [queries] = useState(queryClient)
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: '/api/trpc', maxItems: 10 })] }),
  )
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queries}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
