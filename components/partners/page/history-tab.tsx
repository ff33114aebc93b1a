'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LogDetail } from '@/components/log/log-detail'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { Privilege } from '@/server/access/privileges'
import type { PanelProps } from './tabs'

/** What was done to a partner, newest first; the whole log is one click away. */
export function HistoryTab({ partner }: PanelProps) {
  const t = useTranslations('partners.history')
  const tAccess = useTranslations('access')
  const trpc = useTRPC()
  const [openId, setOpenId] = useState<string | null>(null)
  const { data } = useQuery(
    trpc.log.list.queryOptions({ filter: { targetId: partner.id } }, { placeholderData: keepPreviousData }),
  )
  if (!data) return <SkeletonLines lines={6} />
  if (data.rows.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
  return (
    <>
      <ol className="divide-y divide-line">
        {data.rows.map((entry) => (
          <li key={entry.id} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <Instant at={entry.at} />
            <button
              type="button"
              className="font-medium text-accent-text hover:underline"
              onClick={() => setOpenId(entry.id)}
            >
              {tAccess(`privilege.${entry.action as Privilege}`)}
            </button>
            <span className="text-ink-2">{entry.accountName}</span>
          </li>
        ))}
      </ol>
      <ButtonLink className="mt-3" href={`/administration/log?id=${partner.id}`}>
        {t('all')}
      </ButtonLink>
      <LogDetail entry={data.rows.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </>
  )
}
