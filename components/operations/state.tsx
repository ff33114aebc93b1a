'use client'

import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { OperationRow } from '@/server/features/operations/queries'

const LOOK = {
  draft: { tone: 'neutral', shape: 'empty' },
  queued: { tone: 'neutral', shape: 'empty' },
  running: { tone: 'info', shape: 'half' },
  ready: { tone: 'warning', shape: 'caution' },
  checking: { tone: 'info', shape: 'half' },
  checked: { tone: 'warning', shape: 'caution' },
  idle: { tone: 'neutral', shape: 'empty' },
  done: { tone: 'good', shape: 'tick' },
  failed: { tone: 'danger', shape: 'alert' },
  cancelled: { tone: 'neutral', shape: 'cross' },
} as const

/** Where an operation stands, as shape, word and colour. */
export function OperationState({ stage }: Pick<OperationRow, 'stage'>) {
  const t = useTranslations('operations')
  return (
    <Status tone={LOOK[stage].tone} shape={LOOK[stage].shape}>
      {t(`state.${stage}`)}
    </Status>
  )
}

export const isUnfinished = ({ state }: Pick<OperationRow, 'state'>) => state === 'queued' || state === 'running'

/** How often a screen with unfinished work asks anew, in milliseconds; false when nothing runs. */
export const refreshWhile = (rows: readonly Pick<OperationRow, 'state'>[]) => (rows.some(isUnfinished) ? 1000 : false)
