'use client'

import { useTranslations } from 'next-intl'
import { type Shape, Status } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import type { LicenceStatus as Value } from '@/server/features/licences/status'

const LOOK: Record<Value, { tone: Tone; shape: Shape }> = {
  awaitingSignIn: { tone: 'info', shape: 'empty' },
  notStarted: { tone: 'neutral', shape: 'empty' },
  active: { tone: 'good', shape: 'full' },
  expiringSoon: { tone: 'warning', shape: 'half' },
  grace: { tone: 'danger', shape: 'quarter' },
  expired: { tone: 'danger', shape: 'alert' },
  suspended: { tone: 'danger', shape: 'pause' },
  cancelled: { tone: 'neutral', shape: 'cross' },
}

/** How a licence stands: shape, word, colour. */
export function LicenceStatus({ status }: { status: Value }) {
  const t = useTranslations('licence.status')
  return <Status {...LOOK[status]}>{t(status)}</Status>
}
