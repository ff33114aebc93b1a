'use client'

import { useTranslations } from 'next-intl'
import { type Shape, Status } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import type { CompanyStatus as StatusName } from '@/server/access/decide'

/** How each status looks, wherever it stands. */
export const STATUS_LOOK = {
  active: { tone: 'good', shape: 'full' },
  enabled: { tone: 'good', shape: 'full' },
  suspended: { tone: 'warning', shape: 'pause' },
  disabled: { tone: 'neutral', shape: 'pause' },
  cancelled: { tone: 'neutral', shape: 'cross' },
} as const satisfies Record<StatusName, { tone: Tone; shape: Shape }>

/** The status of a company as shape, word and colour. */
export function CompanyStatus({ status }: { status: StatusName }) {
  const t = useTranslations('access.status')
  return <Status {...STATUS_LOOK[status]}>{t(status)}</Status>
}
