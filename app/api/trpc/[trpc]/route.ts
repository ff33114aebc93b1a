import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { currentContext } from '@/server/trpc/request-context'
import { appRouter } from '@/server/trpc/root'

const handler = (request: Request) =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: currentContext,
    maxBatchSize: 10,
  })

export { handler as GET, handler as POST }
