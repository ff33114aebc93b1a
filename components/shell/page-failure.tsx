'use client'

import { useEffect, useState } from 'react'
import { DatabaseGone, Failure } from './failure'

/** Asks once whether the database answers: production hides from the page why it failed. */
function useIsDatabaseGone(): boolean | null {
  const [isGone, setGone] = useState<boolean | null>(null)
  useEffect(() => {
    fetch('/api/health', { cache: 'no-store' }).then(
      (response) => setGone(response.status === 503),
      () => setGone(true),
    )
  }, [])
  return isGone
}

/** The page of an error: which kind of failure it is, and what can be done. */
export function PageFailure({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const isGone = useIsDatabaseGone()
  if (isGone === null) return null
  return isGone ? <DatabaseGone retry={retry} /> : <Failure digest={digest} retry={retry} />
}
