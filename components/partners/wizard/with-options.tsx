'use client'

import type { ReactNode } from 'react'
import { ListFailure } from '@/components/table/list-failure'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { NewPartnerOptions } from '@/server/features/partners/options-queries'
import type { Wizard } from './use-wizard'

type Props = { wizard: Wizard; children: (options: NewPartnerOptions) => ReactNode }

/** What needs to know what there is to choose from: until then lines, and if it does not come, why. */
export function WithOptions({ wizard: { options }, children }: Props) {
  const { data, error, isFetching, refetch } = options
  if (error && !data) return <ListFailure error={error} isBusy={isFetching} onRetry={refetch} />
  return data ? children(data) : <SkeletonLines lines={4} />
}
