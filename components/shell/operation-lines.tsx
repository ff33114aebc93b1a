'use client'

import type { inferRouterOutputs } from '@trpc/server'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { operationPath } from '@/components/operations/destination'
import { Progress } from '@/components/ui/progress'
import type { AppRouter } from '@/server/trpc/root'

export type OperationRow = inferRouterOutputs<AppRouter>['operations']['unfinished'][number]

/** Operations with their progress, each a link to its page. */
export function OperationLines({ operations, onGo }: { operations: readonly OperationRow[]; onGo: () => void }) {
  const t = useTranslations('shell')
  const tOperations = useTranslations('operations')
  return (
    <ul className="max-h-80 overflow-y-auto p-1">
      {operations.map(({ id, kind, state, stage, fileName, done, refused, failed, total }) => {
        const finished = done + refused + failed
        return (
          <li key={id}>
            <Link
              href={operationPath({ id, kind })}
              prefetch={false}
              onClick={onGo}
              className="block rounded-sm px-2.5 py-2 text-sm hover:bg-sunken"
            >
              <span className="flex justify-between gap-3">
                <span className="truncate font-medium">{tOperations(`kind.${kind}`)}</span>
                <span className="shrink-0 text-ink-3 tabular-nums">
                  {state === 'running' && total
                    ? t('progress', { done: finished, total })
                    : tOperations(`state.${stage}`)}
                </span>
              </span>
              {fileName === null ? null : <span className="block truncate text-ink-2 text-xs">{fileName}</span>}
              <Progress
                label={tOperations(`kind.${kind}`)}
                done={finished}
                total={state === 'running' ? total : finished || 1}
                tone={state === 'ready' ? 'good' : 'info'}
                className="mt-1.5"
              />
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
