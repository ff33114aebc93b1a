import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { DOOR_COOKIE } from '@/components/sign-in/door-cookie'
import { safePath } from '@/server/lib/safe-path'
import { caller } from '@/server/trpc/rsc'

/** What a sign-in page needs: whose it is, what the browser remembers, where to go afterwards. Who is in already, goes on. */
export async function loadSignIn(search: Record<string, string | string[] | undefined>, slug?: string) {
  const { isSignedIn, ...page } = await (await caller()).signIn.page(slug === undefined ? {} : { slug })
  const next = safePath(search.next)
  if (isSignedIn && page.demo === null) redirect(next)
  return { ...page, next, hasLeft: 'left' in search, rememberedSlug: (await cookies()).get(DOOR_COOKIE)?.value ?? '' }
}
