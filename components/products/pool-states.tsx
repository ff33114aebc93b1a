'use client'

import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { AllocationFigures } from '@/server/features/products/list-queries'

/** Whether an allocation can be sold from, and whether it may grow. */
export function PoolStates({
  pool,
}: {
  pool: Pick<AllocationFigures, 'refill' | 'disabled' | 'allocated' | 'provisioned'>
}) {
  const t = useTranslations('products')
  if (pool.disabled) {
    return (
      <Status tone="neutral" shape="empty">
        {t('poolState.disabled')}
      </Status>
    )
  }
  if (pool.refill) {
    return (
      <Status tone="good" shape="full">
        {t('poolState.refill')}
      </Status>
    )
  }
  return pool.allocated > pool.provisioned ? (
    <Status tone="good" shape="full">
      {t('poolState.open')}
    </Status>
  ) : (
    <Status tone="warning" shape="caution">
      {t('poolState.used')}
    </Status>
  )
}
