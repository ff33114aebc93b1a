import { QueryClient } from '@tanstack/react-query'

/** One configuration for the server's first fetch and the browser. Lists stay fresh for 30 s; a refusal is never retried. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: false, refetchOnWindowFocus: true },
      dehydrate: { shouldRedactErrors: () => false },
    },
  })
}
