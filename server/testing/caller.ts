import { type Context, createContext } from '@/server/trpc/context'
import { appRouter } from '@/server/trpc/root'

type Who = { sessionId: string } | null

/** The context of one request by `who` (null: nobody is signed in), made as the web makes it. */
export const contextOf = (who: Who): Promise<Context> =>
  createContext({ sessionId: who?.sessionId ?? null, address: '192.0.2.1', userAgent: 'test' })

/** Every procedure as a function, called by `who`. Who that is, is read anew on each call. */
export const callerOf = (who: Who) => appRouter.createCaller(() => contextOf(who))
