import { headers } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { ListSkeleton } from './list-skeleton'

/**
 * Around the page of a list: coming from another screen one sees the list's shape at once. A page that is opened by its
 * address waits for its rows, which are a few milliseconds away: React would show them a third of a second after the shape.
 */
export async function ListFrame({ children }: { children: ReactNode }) {
  const isOpened = (await headers()).get('sec-fetch-dest') === 'document'
  return isOpened ? children : <Suspense fallback={<ListSkeleton />}>{children}</Suspense>
}
