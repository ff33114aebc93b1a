'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { PageHeader } from '@/components/ui/page-header'
import type { ImportPhase, ImportView } from '@/server/features/imports/queries'
import { Abandoned, Failed, Stopped } from './ended'
import { Mapping } from './mapping'
import { Report } from './report'
import { Working } from './working'

/** What each phase shows. Complete by type. */
const VIEWS: Record<ImportPhase, ComponentType<{ view: ImportView }>> = {
  uploading: Abandoned,
  mapping: Mapping,
  checking: Working,
  report: Report,
  writing: Working,
  done: Report,
  failed: Failed,
  cancelled: Stopped,
}

const isWorking = (view: ImportView | undefined): boolean => view?.phase === 'checking' || view?.phase === 'writing'

/** One import, wherever it stands: columns, check, report, writing, result. */
export function ImportScreen({ operationId }: { operationId: string }) {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const { data: view } = useQuery(
    trpc.imports.get.queryOptions(
      { operationId },
      { refetchInterval: ({ state }) => (isWorking(state.data) ? 700 : false) },
    ),
  )
  if (!view) return null
  const View = VIEWS[view.phase]
  return (
    <>
      <PageHeader
        title={t('titleOf', { file: view.fileName })}
        facts={view.parent.isOwn ? undefined : t('for', { name: view.parent.name })}
      />
      <View view={view} />
    </>
  )
}
