import { TRPCError } from '@trpc/server'
import { type RefusalShape, refusalOf } from '@/server/trpc/init'

/** How a call was refused, as the client is told; a call that was not refused fails the test. */
export async function refusal(call: Promise<unknown>): Promise<RefusalShape> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof TRPCError) return refusalOf(error, '')
  throw error ?? new Error('The call was not refused')
}
