'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { AllocationRow } from '@/server/features/products/allocations'
import { AllocationDialog } from './allocation-dialog'
import { PoolStates } from './pool-states'
import { Cell, Row, Rows } from './rows'
import { useFigures } from './words'

type Props = {
  /** An MSP. */
  companyId: string
  /** Why nothing can be changed here at the moment, or null. */
  reason?: string | null
}

/** What an MSP may sell, by product and version: allocated, provisioned, available; for tier 1 the way to change it. */
export function AllocationPanel({ companyId, reason = null }: Props) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const can = useCan()
  const [editing, setEditing] = useState<AllocationRow | null>(null)
  const list = useQuery(trpc.products.allocations.list.queryOptions({ companyId }))
  const sold = list.data?.filter(({ allocation }) => allocation !== null) ?? []
  const others = list.data?.filter(({ allocation }) => allocation === null) ?? []
  const onEdit = can('partner.allocate') ? setEditing : null
  if (list.error) return <ListFailure error={list.error} isBusy={list.isFetching} onRetry={list.refetch} />
  if (!list.data) return <Skeleton className="h-40 w-full" />
  return (
    <div className="flex max-w-6xl flex-col gap-4">
      <Card flush title={t('allocation.title')} note={t('allocation.note')}>
        {sold.length > 0 ? (
          <SoldRows rows={sold} reason={reason} onEdit={onEdit} />
        ) : (
          <EmptyState title={t('allocation.none')} hint={t('allocation.noneHint')} />
        )}
      </Card>
      {onEdit && others.length > 0 ? (
        <Card flush title={t('allocation.others')} note={t('allocation.othersNote')}>
          <OtherRows rows={others} reason={reason} onEdit={onEdit} />
        </Card>
      ) : null}
      {editing ? <AllocationDialog companyId={companyId} row={editing} onClose={() => setEditing(null)} /> : null}
    </div>
  )
}

type RowsProps = {
  rows: readonly AllocationRow[]
  reason: string | null
  onEdit: ((row: AllocationRow) => void) | null
}

const keyOf = ({ productId, version }: AllocationRow) => `${productId}-${version}`

function SoldRows({ rows, reason, onEdit }: RowsProps) {
  const t = useTranslations('products')
  const { count } = useFigures()
  return (
    <Rows
      label={t('allocation.title')}
      heads={[
        { key: 'product', label: t('column.name') },
        { key: 'version', label: t('column.version') },
        { key: 'unit', label: t('column.unit') },
        { key: 'allocated', label: t('column.allocated'), isFigure: true },
        { key: 'provisioned', label: t('column.provisioned'), isFigure: true },
        { key: 'available', label: t('column.available'), isFigure: true },
        { key: 'state', label: t('column.poolState') },
        ...(onEdit ? [{ key: 'do', label: t('component.actions'), isHidden: true }] : []),
      ]}
    >
      {rows.map((row) => (
        <Row key={keyOf(row)}>
          <Cell>{row.name}</Cell>
          <Cell>{t(`version.${row.version}`)}</Cell>
          <Cell>{t(`unit.${row.unit}`)}</Cell>
          <Cell isFigure>{count(row.allocation?.allocated ?? 0)}</Cell>
          <Cell isFigure>{count(row.allocation?.provisioned ?? 0)}</Cell>
          <Cell isFigure>{count((row.allocation?.allocated ?? 0) - (row.allocation?.provisioned ?? 0))}</Cell>
          <Cell>{row.allocation ? <PoolStates pool={row.allocation} /> : null}</Cell>
          {onEdit ? (
            <Cell isFigure>
              <Button size="sm" variant="ghost" reason={reason} onClick={() => onEdit(row)}>
                {t('allocation.change')}
              </Button>
            </Cell>
          ) : null}
        </Row>
      ))}
    </Rows>
  )
}

function OtherRows({ rows, reason, onEdit }: RowsProps) {
  const t = useTranslations('products')
  const tErrors = useTranslations('errors')
  return (
    <Rows
      label={t('allocation.others')}
      heads={[
        { key: 'product', label: t('column.name') },
        { key: 'version', label: t('column.version') },
        { key: 'unit', label: t('column.unit') },
        { key: 'do', label: t('component.actions'), isHidden: true },
      ]}
    >
      {rows.map((row) => (
        <Row key={keyOf(row)}>
          <Cell>{row.name}</Cell>
          <Cell>{t(`version.${row.version}`)}</Cell>
          <Cell>{t(`unit.${row.unit}`)}</Cell>
          <Cell isFigure>
            <Button
              size="sm"
              variant="ghost"
              reason={reason ?? (row.refusal ? tErrors(row.refusal) : null)}
              onClick={() => onEdit?.(row)}
            >
              {t('allocation.allocate')}
            </Button>
          </Cell>
        </Row>
      ))}
    </Rows>
  )
}
