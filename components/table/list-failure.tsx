'use client'

import { useTranslations } from 'next-intl'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/empty-state'

/** The rows did not come: why, and another try. */
export function ListFailure({
  error,
  isBusy,
  onRetry,
}: {
  error: unknown
  isBusy: boolean
  onRetry: () => Promise<unknown>
}) {
  const t = useTranslations('common')
  const refusal = useRefusal()
  const found = refusalIn(error)
  return (
    <ErrorState
      title={refusal.of(error)}
      errorId={'errorId' in found ? found.errorId : undefined}
      action={
        <Button busy={isBusy} onClick={() => void onRetry()}>
          {t('retry')}
        </Button>
      }
    />
  )
}
