'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { PageFailure } from './page-failure'

/** What Next shows in place of a page that failed: it can be asked for again. */
export function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return <PageFailure digest={error.digest} retry={retry} />
}
