'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ImportField } from '@/server/features/imports/fields'
import { missingFields } from '@/server/features/imports/headings'
import type { ImportView } from '@/server/features/imports/queries'
import { ColumnList } from './column-list'
import { LayoutChoice } from './layout-choice'
import { useImportActions } from './use-import-actions'

type Layout = NonNullable<ImportView['layout']>
type Choice = { of: string; columns: (ImportField | null)[] }

/** How the file is read and what its columns stand for, with its first rows to judge by. */
export function Mapping({ view }: { view: ImportView }) {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const actions = useImportActions(view.id)
  const [layout, setLayout] = useState<Layout | null>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const { data, error, isPlaceholderData } = useQuery(
    trpc.imports.preview.queryOptions(
      { operationId: view.id, ...(layout ? { layout } : {}) },
      { placeholderData: keepPreviousData },
    ),
  )
  if (error) return <Banner tone="danger">{refusal.of(error)}</Banner>
  if (!data) return <MappingSkeleton />
  const { preview } = data
  const read = layout ?? data.layout
  // What was chosen by hand belongs to one way of reading; another begins with what its headings say.
  const of = JSON.stringify(read)
  const columns = choice?.of === of ? choice.columns : preview.ok ? [...preview.value.columns] : []
  const missing = missingFields(columns).map((field) => t(`field.${field}`))
  const reason = !preview.ok
    ? t('mapping.unreadable', { reason: refusal.ofCode(preview.code, preview.params) })
    : missing.length > 0
      ? t('mapping.missingReason', { fields: missing.join(', ') })
      : null
  return (
    <div className="flex max-w-5xl flex-col gap-4 px-4 pt-2 pb-10 md:px-6" aria-busy={isPlaceholderData || undefined}>
      <LayoutChoice layout={read} sheets={view.sheets} onLayout={setLayout} />
      {preview.ok ? (
        <>
          <h2 className="font-semibold text-lg">{t('mapping.title')}</h2>
          <Banner tone={missing.length > 0 ? 'warning' : 'good'} live>
            {missing.length > 0 ? t('mapping.missing', { fields: missing.join(', ') }) : t('mapping.complete')}
          </Banner>
          <ColumnList
            headings={preview.value.headings}
            rows={preview.value.rows}
            columns={columns}
            onColumns={(next) => setChoice({ of, columns: next })}
          />
        </>
      ) : (
        <Banner tone="danger" live>
          {reason}
        </Banner>
      )}
      {actions.error ? (
        <Banner tone="danger" live>
          {actions.error}
        </Banner>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="primary" busy={actions.isBusy} reason={reason} onClick={() => actions.check(read, columns)}>
          {t('mapping.check')}
        </Button>
        <ButtonLink variant="ghost" href="/customers/import">
          {t('report.another')}
        </ButtonLink>
        <span className="text-ink-3 text-sm">{t('mapping.hint')}</span>
      </div>
    </div>
  )
}

function MappingSkeleton() {
  return (
    <div className="flex max-w-5xl flex-col gap-3 px-4 pt-2 md:px-6" aria-busy>
      {Array.from({ length: 8 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else
        <Skeleton key={i} className="h-9 w-full" />
      ))}
    </div>
  )
}
