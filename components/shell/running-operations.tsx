'use client'

import { useQuery } from '@tanstack/react-query'
import { CirclePause, LoaderCircle } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { Popover } from '@/components/ui/popover'

const OperationLines = lazy(() => import('./operation-lines').then((module) => ({ default: module.OperationLines })))

const BUSY_MS = 2_000
const IDLE_MS = 30_000

/** What the person has running or waiting, while there is something; looks often only then. */
export function RunningOperations() {
  const t = useTranslations('shell')
  const trpc = useTRPC()
  const { data: operations = [] } = useQuery({
    ...trpc.operations.unfinished.queryOptions(),
    staleTime: BUSY_MS,
    refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? BUSY_MS : IDLE_MS),
  })
  if (operations.length === 0) return null
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
          <Suspense fallback={null}>
            <OperationLines operations={operations} onGo={close} />
          </Suspense>
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
