'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/empty-state'

const RETRY_MS = 3_000

/** Asks until the server says that the database answers again, then tries the page anew. */
function useReturnOfTheDatabase(retry: () => void) {
  useEffect(() => {
    const timer = setInterval(async () => {
      const isBack = await fetch('/api/health', { cache: 'no-store' }).then(
        (response) => response.ok,
        () => false,
      )
      if (isBack) retry()
    }, RETRY_MS)
    return () => clearInterval(timer)
  }, [retry])
}

/** A page that failed: what it means, the reference, and another try. */
export function Failure({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  const t = useTranslations('shell')
  return (
    <ErrorState
      isPage
      title={t('failed')}
      hint={t('failedHint')}
      errorId={digest}
      action={<Button onClick={retry}>{t('tryAgain')}</Button>}
    />
  )
}

/** The database is gone: nothing is lost, and the page comes back by itself. */
export function DatabaseGone({ retry }: { retry: () => void }) {
  const t = useTranslations('shell')
  useReturnOfTheDatabase(retry)
  return (
    <ErrorState
      isPage
      title={t('databaseGone')}
      hint={t('databaseGoneHint')}
      action={<Button onClick={retry}>{t('tryAgain')}</Button>}
    />
  )
}
