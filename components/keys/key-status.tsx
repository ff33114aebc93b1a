'use client'

import { useTranslations } from 'next-intl'
import { type Shape, Status } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import type { KeyStatus as StatusName } from '@/server/features/keys/rules'

const LOOK = {
  available: { tone: 'good', shape: 'full' },
  partlyUsed: { tone: 'good', shape: 'half' },
  used: { tone: 'neutral', shape: 'tick' },
  expired: { tone: 'warning', shape: 'caution' },
  cancelled: { tone: 'neutral', shape: 'cross' },
} as const satisfies Record<StatusName, { tone: Tone; shape: Shape }>

/** The status of a key as shape, word and colour. */
export function KeyStatus({ status }: { status: StatusName }) {
  const t = useTranslations('keys.status')
  return <Status {...LOOK[status]}>{t(status)}</Status>
}
