'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { PageFailure } from '@/components/shell/page-failure'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter()
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return <PageFailure digest={error.digest} retry={retry} />
}
