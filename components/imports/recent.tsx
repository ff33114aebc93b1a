'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'

/** The latest imports, each a way back to where it stands. */
export function RecentImports() {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const { data = [] } = useQuery(trpc.imports.recent.queryOptions())
  if (data.length === 0) return null
  return (
    <section>
      <h2 className="font-semibold text-base">{t('recent')}</h2>
      <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
        {data.map(({ id, fileName, phase, written, isIdle, parent, createdAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
            <Link
              prefetch={false}
              href={`/customers/import/${id}`}
              data-tip-cut
              className="min-w-0 flex-1 basis-52 truncate font-medium hover:underline"
            >
              {fileName}
            </Link>
            {parent.isOwn ? null : <span className="text-ink-3">{parent.name}</span>}
            <span className="text-ink-2">
              {phase === 'done' ? t('phase.done', { count: written }) : t(`phase.${isIdle ? 'idle' : phase}`)}
            </span>
            <Instant at={createdAt} className="text-ink-3" />
          </li>
        ))}
      </ul>
    </section>
  )
}
