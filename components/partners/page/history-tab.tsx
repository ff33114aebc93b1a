'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LogDetail } from '@/components/log/log-detail'
import { ListFailure } from '@/components/table/list-failure'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SkeletonLines } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import type { Privilege } from '@/server/access/privileges'
import type { LogRow } from '@/server/features/administration-log/queries'
import type { PanelProps } from './tabs'

/** What was done to a partner, newest first; older entries are one click away, in the log. */
export function HistoryTab({ partner }: PanelProps) {
  const t = useTranslations('partners.history')
  const trpc = useTRPC()
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, ...query } = useQuery(
    trpc.log.list.queryOptions({ filter: { partnerId: partner.id } }, { placeholderData: keepPreviousData }),
  )
  if (query.error) return <ListFailure error={query.error} isBusy={query.isFetching} onRetry={query.refetch} />
  if (!data) return <SkeletonLines lines={6} />
  if (data.rows.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
  return (
    <>
      <ol className="divide-y divide-line">
        {data.rows.map((entry) => (
          <Entry key={entry.id} entry={entry} partner={partner} onOpen={() => setOpenId(entry.id)} />
        ))}
      </ol>
      <ButtonLink className="mt-3" href={`/administration/log?partner=${partner.id}`}>
        {t('all')}
      </ButtonLink>
      <LogDetail entry={data.rows.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  )
}

/** What was done, on what, by whom and when; opens the whole entry. */
function Entry({ entry, partner, onOpen }: { entry: LogRow; onOpen: () => void } & Pick<PanelProps, 'partner'>) {
  const t = useTranslations('log')
  const tAccess = useTranslations('access')
  return (
    <li className="grid items-baseline gap-x-4 py-2 lg:grid-cols-[11rem_minmax(0,5fr)_minmax(0,6fr)_minmax(0,4fr)]">
      <Instant at={entry.at} className="text-ink-2 lg:text-ink" />
      <div className="flex flex-wrap items-baseline gap-x-3">
        <button type="button" className="text-left font-medium text-accent-text hover:underline" onClick={onOpen}>
          {tAccess(`privilege.${entry.action as Privilege}`)}
        </button>
        {entry.refused ? (
          <Status tone="danger" shape="cross">
            {t('refused')}
          </Status>
        ) : null}
      </div>
      <p className="break-words">
        <span className="text-ink-3">{t(`target.${entry.targetType}`)}</span>{' '}
        {entry.targetName || (entry.targetId === partner.id ? partner.name : entry.targetId)}
      </p>
      <p className="break-words text-ink-2">
        {entry.accountName} · {entry.companyName}
      </p>
    </li>
  )
}
