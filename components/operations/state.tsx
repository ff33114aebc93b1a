'use client'

import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { OperationRow } from '@/server/features/operations/queries'

const LOOK = {
  draft: { tone: 'neutral', shape: 'empty' },
  queued: { tone: 'neutral', shape: 'empty' },
  running: { tone: 'info', shape: 'half' },
  ready: { tone: 'warning', shape: 'caution' },
  done: { tone: 'good', shape: 'tick' },
  failed: { tone: 'danger', shape: 'alert' },
  cancelled: { tone: 'neutral', shape: 'cross' },
} as const

/** The state of an operation as shape, word and colour. */
export function OperationState({ state }: Pick<OperationRow, 'state'>) {
  const t = useTranslations('operations')
  return (
    <Status tone={LOOK[state].tone} shape={LOOK[state].shape}>
      {t(`state.${state}`)}
    </Status>
  )
}

export const isUnfinished = ({ state }: Pick<OperationRow, 'state'>) => state === 'queued' || state === 'running'

/** How often a screen with unfinished work asks anew, in milliseconds; false when nothing runs. */
export const refreshWhile = (rows: readonly Pick<OperationRow, 'state'>[]) => (rows.some(isUnfinished) ? 1000 : false)
