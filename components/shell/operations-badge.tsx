'use client'

import { CirclePause, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Popover } from '@/components/ui/popover'
import { OperationLines, type OperationRow } from './operation-lines'

/** How many operations are under way; on a click, which. */
export function OperationsBadge({ operations }: { operations: readonly OperationRow[] }) {
  const t = useTranslations('shell')
  const isMoving = operations.some(({ state }) => state !== 'ready')
  const label = t(isMoving ? 'running' : 'waiting', { count: operations.length })
  return (
    <Popover
      label={label}
      className="w-80 p-0"
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          aria-label={label}
          data-tip={label}
          className="flex h-8 items-center gap-1.5 rounded-md px-2 text-info-text text-sm tabular-nums hover:bg-sunken aria-expanded:bg-sunken"
        >
          {isMoving ? (
            <LoaderCircle aria-hidden className="size-4 animate-spin" strokeWidth={1.75} />
          ) : (
            <CirclePause aria-hidden className="size-4" strokeWidth={1.75} />
          )}
          {operations.length}
        </button>
      )}
    >
      {(close) => (
        <>
          <OperationLines operations={operations} onGo={close} />
          <div className="border-line border-t p-2">
            <Link
              href="/administration/operations"
              prefetch={false}
              onClick={close}
              className="block rounded-sm px-2 py-1 text-accent-text text-sm hover:underline"
            >
              {t('runningAll')}
            </Link>
          </div>
        </>
      )}
    </Popover>
  )
}
