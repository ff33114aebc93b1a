import { headers } from 'next/headers'
import { cache } from 'react'
import { clientAddress } from '@/server/auth/address'
import { readSessionId } from '@/server/auth/session'
import { type Context, createContext } from './context'

/** The context of the running request, made once however many components and procedures ask. */
export const currentContext = cache(async (): Promise<Context> => {
  const list = await headers()
  return createContext({
    sessionId: await readSessionId(),
    address: clientAddress(list),
    userAgent: list.get('user-agent') ?? '',
  })
})
