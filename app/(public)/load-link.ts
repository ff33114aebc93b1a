import { TRPCError } from '@trpc/server'
import { caller } from '@/server/trpc/rsc'

/** Whom a link is for, or null: used, over, and invented links show the same page. */
export async function loadLink(purpose: 'invitation' | 'passwordReset', token: string) {
  const holder = await (await caller()).signIn.link({ purpose, token }).catch((error: unknown) => {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) return null
    throw error
  })
  return { purpose, token, holder }
}
