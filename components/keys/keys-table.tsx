'use client'

import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import { NOTHING } from '@/components/table/types'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { maskedKey } from '@/server/features/keys/form'
import { useKeyColumns } from './columns'
import { ExportMenu } from './export-menu'
import { useKeyFilters } from './filters'
import { useKeyActions } from './use-key-actions'
import { useKeyList } from './use-key-list'

const GenerateDialog = lazy(() => import('./generate-dialog').then((m) => ({ default: m.GenerateDialog })))

/** The Registration keys screen. `planId`: the plan for which keys are to be generated, from a link of the plans. */
export function KeysTable({ planId }: { planId: string | null }) {
  const t = useTranslations('keys')
  const can = useCan()
  const list = useKeyList()
  const { state, setState, rows, count, selection, setSelection } = list
  const [isGenerating, setGenerating] = useState(planId !== null)
  const columns = useKeyColumns()
  const filters = useKeyFilters(state)
  const bulk = useKeyActions(list, () => setSelection(NOTHING))
  const generate = can('key.create') ? (
    <Button variant="primary" icon={KeyRound} onClick={() => setGenerating(true)}>
      {t('generate')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} action={generate} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count)}
        rowId={(row) => row.id}
        rowName={(row) => maskedKey(row.lastFour)}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        selection={selection}
        onSelectionChange={setSelection}
        canSelectMatching
        bulk={(draw) => draw(bulk.actions)}
        views={list.setup.views}
        actions={<ExportMenu list={list} />}
        empty={
          <EmptyState
            title={t('empty')}
            hint={can('key.create') ? t('emptyHint') : t('emptyHintReader')}
            action={generate}
          />
        }
      />
      {bulk.dialog}
      <Suspense>
        {isGenerating && can('key.create') ? (
          <GenerateDialog planId={planId} onClose={() => setGenerating(false)} />
        ) : null}
      </Suspense>
    </>
  )
}
