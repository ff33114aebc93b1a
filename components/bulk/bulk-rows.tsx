'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { SHAPES } from '@/components/ui/status'

/** Few at first, so that both parts are in view. */
const FIRST = 10
const STEP = 50
const ITEMS_MAX = 500

type Props = {
  operationId: string
  counts: { total: number; willChange: number }
  /** What stands below the name of a row, whether it is left out or not. */
  about?: (params: unknown) => ReactNode
  /** Old → new of a row that will change. */
  change: (params: unknown) => ReactNode
}

/** The rows of a preview: refused ones first with reasons, then old → new. */
export function BulkRows({ counts: { total, willChange }, ...rest }: Props) {
  const refused = total - willChange
  return (
    <>
      {refused > 0 ? <Rows {...rest} state="refused" count={refused} /> : null}
      {willChange > 0 ? <Rows {...rest} state="pending" count={willChange} /> : null}
    </>
  )
}

type RowsProps = Omit<Props, 'counts'> & { state: 'refused' | 'pending'; count: number }

function Rows({ operationId, about, change, state, count }: RowsProps) {
  const t = useTranslations('bulk')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const format = useFormatter()
  const [limit, setLimit] = useState(FIRST)
  const { data, isPlaceholderData } = useQuery(
    trpc.operations.items.queryOptions({ operationId, state, limit }, { placeholderData: keepPreviousData }),
  )
  return (
    <section>
      <h3 className="mb-1 font-semibold text-sm">
        {state === 'refused' ? t('refused') : t('willChange')}{' '}
        <span className="font-normal text-ink-3 tabular-nums">{format.number(count)}</span>
      </h3>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {(data?.rows ?? []).map((row) => (
          <li key={row.ref} className="grid gap-x-4 py-1.5 sm:grid-cols-2">
            <span className="min-w-0">
              <span className="block truncate font-medium">{row.name || t('unknown')}</span>
              {about ? <span className="block truncate text-ink-3 text-xs">{about(row.params)}</span> : null}
            </span>
            {state === 'refused' ? (
              <span className="flex gap-1.5 text-warning-text">
                <span aria-hidden>{SHAPES.caution}</span>
                <span className="min-w-0 break-words">{refusal.ofCode(row.code ?? '', paramsIn(row.params))}</span>
              </span>
            ) : (
              change(row.params)
            )}
          </li>
        ))}
      </ul>
      {data?.nextCursor && limit < ITEMS_MAX ? (
        <Button
          size="sm"
          variant="link"
          className="px-0"
          busy={isPlaceholderData}
          onClick={() => setLimit(Math.min(ITEMS_MAX, limit + STEP))}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}

export type Params = Readonly<Record<string, string | number>>

/** What a sentence can be filled with. */
export const paramsIn = (params: unknown): Params =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(
        Object.entries(params).filter((entry): entry is [string, string | number] =>
          ['string', 'number'].includes(typeof entry[1]),
        ),
      )
    : {}
