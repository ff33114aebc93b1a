import { TRPCError } from '@trpc/server'
import { type RefusalShape, refusalOf } from '@/server/trpc/init'

/** The refusal that a call ends in; an error when it goes through. */
export async function refusal(call: Promise<unknown>): Promise<RefusalShape> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof TRPCError) return refusalOf(error, '')
  throw new Error('a refusal was expected', { cause: error })
}
