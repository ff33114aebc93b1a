import { headers } from 'next/headers'
import { safePath } from '@/server/lib/safe-path'

/** The sign-in page, which leads on to the page that was asked for (proxy.ts says which). */
export async function signInPath(): Promise<string> {
  const wanted = safePath((await headers()).get('x-path'))
  return wanted === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next: wanted })}`
}
