'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { ListFailure } from '@/components/table/list-failure'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { listAccounts } from '@/server/features/accounts/queries'
import { AccountsTable } from './accounts-table'
import { type AccountsOf, useAccounts } from './relation'

const NewAccountDialog = lazy(() => import('./new-account-dialog').then((m) => ({ default: m.NewAccountDialog })))

type Cursor = NonNullable<Awaited<ReturnType<typeof listAccounts>>['nextCursor']>
type Props = AccountsOf & {
  /** Why nothing can be changed here at the moment (a suspended partner above …). */
  reason?: string | null
}

/** The accounts of a company: who they are, and what one may do with them. */
export function AccountsPanel({ reason = null, ...of }: Props) {
  const t = useTranslations('accounts')
  const { procedures, at, mayChange, mayHelp } = useAccounts(of)
  const [isCreating, setCreating] = useState(false)
  const [cursors, setCursors] = useState<Cursor[]>([])
  const cursor = cursors.at(-1)
  const { data, error, isPending, isFetching, refetch } = useQuery(
    procedures.list.queryOptions({ ...at, ...(cursor ? { cursor } : {}) }, { placeholderData: keepPreviousData }),
  )
  const { nextCursor } = data ?? {}
  return (
    <section aria-labelledby="accounts-title" aria-busy={isPending} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 id="accounts-title" className="font-semibold text-base">
            {t('title')}
          </h2>
          <p className="text-ink-3 text-sm">{t('purpose')}</p>
        </div>
        {mayChange ? (
          <Button variant="primary" icon={UserPlus} reason={reason} onClick={() => setCreating(true)}>
            {t('new')}
          </Button>
        ) : null}
      </header>
      {isPending ? <SkeletonLines lines={4} /> : null}
      {error ? <ListFailure error={error} isBusy={isFetching} onRetry={refetch} /> : null}
      {data && data.rows.length === 0 ? <EmptyState title={t('empty.title')} hint={t('empty.text')} /> : null}
      {data && data.rows.length > 0 ? (
        <AccountsTable of={of} rows={data.rows} mayChange={mayChange} mayHelp={mayHelp} reason={reason} />
      ) : null}
      {cursors.length > 0 || nextCursor ? (
        <nav aria-label={t('pages')} className="flex gap-2">
          <Button reason={cursors.length === 0 ? t('first') : null} onClick={() => setCursors(cursors.slice(0, -1))}>
            {t('previous')}
          </Button>
          <Button
            reason={nextCursor ? null : t('last')}
            onClick={() => (nextCursor ? setCursors([...cursors, nextCursor]) : undefined)}
          >
            {t('next')}
          </Button>
        </nav>
      ) : null}
      {isCreating ? (
        <Suspense>
          <NewAccountDialog of={of} onClose={() => setCreating(false)} />
        </Suspense>
      ) : null}
    </section>
  )
}
