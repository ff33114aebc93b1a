'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import type { FilterSpec } from '@/components/table/types'
import { useKeptState } from '@/components/table/use-kept-state'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PRODUCT_LIVES } from '@/server/features/products/options'
import { useProductColumns } from './columns'
import { filterOf, PRODUCT_FILTERS, pageOf } from './list-input'
import { NewProductDialog } from './product-dialog'

/** The screen Available products: the catalogue of tier 1, what an MSP may sell, what a reseller has plans of. */
export function ProductsTable() {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const can = useCan()
  const [isAdding, setAdding] = useState(false)
  const { setup, state, setState } = useKeptState('products', PRODUCT_FILTERS)
  const rows = useQuery({ ...trpc.products.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.products.count.queryOptions({ filter: filterOf(state) }))
  const columns = useProductColumns()
  const filters: FilterSpec[] = [
    {
      key: 'kind',
      kind: 'choices',
      label: t('column.kind'),
      options: (['saas', 'software', 'suite'] as const).map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      key: 'life',
      kind: 'choices',
      label: t('column.life'),
      options: PRODUCT_LIVES.map((value) => ({ value, label: t(`life.${value}`) })),
    },
  ]
  const create = can('product.manage') ? (
    <Button variant="primary" icon={Plus} onClick={() => setAdding(true)}>
      {t('new')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} action={create} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count.data)}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/products/${row.id}`}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        views={setup.views}
        empty={
          <EmptyState
            title={t('empty')}
            hint={t(can('product.manage') ? 'emptyHint' : 'emptyHintPartner')}
            action={create}
          />
        }
      />
      {isAdding ? <NewProductDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}
