'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/components/table/data-table'
import { download } from '@/components/table/download'
import { listProps } from '@/components/table/list-props'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { toast } from '@/components/ui/toast'
import { useLogColumns } from './columns'
import { useLogFilters } from './filters'
import { filterOf, LOG_FILTERS, pageOf } from './list-input'
import { LogDetail } from './log-detail'

/** The administration log: newest first, each entry opens. */
export function LogTable() {
  const t = useTranslations('log')
  const trpc = useTRPC()
  const [state, setState] = useTableState(LOG_FILTERS)
  const [openId, setOpenId] = useState<string | null>(null)
  const filter = filterOf(state)
  const rows = useQuery({ ...trpc.log.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.log.count.queryOptions({ filter }))
  const columns = useLogColumns(setOpenId)
  const filters = useLogFilters(state)
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count.data)}
        rowId={(row) => row.id}
        rowName={(row) => row.targetName}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        actions={
          <Button
            variant="ghost"
            icon={Download}
            onClick={() => {
              download('log', { filter })
              toast(t('exportStarted'))
            }}
          >
            {t('export')}
          </Button>
        }
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
      <LogDetail
        entry={rows.data?.rows.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
        onOnlyThis={(id) => {
          setOpenId(null)
          setState({ filters: { ...state.filters, id }, after: null, before: null })
        }}
      />
    </>
  )
}
