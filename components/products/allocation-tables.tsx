'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FieldError } from '@/components/ui/field'
import { Cell, Row, Rows } from '@/components/ui/rows'
import type { AllocationRow } from '@/server/features/products/allocations'
import { PoolStates } from './pool-states'
import { useFigures } from './words'

type Props = {
  /** Every product and version, sold and not. */
  rows: readonly AllocationRow[]
  /** Why nothing can be changed at the moment, or null. */
  reason?: string | null
  /** Left out for those who only read. */
  onEdit?: ((row: AllocationRow) => void) | undefined
  /** Of a partner that is to be: nothing is provisioned, and what was allocated can be taken back. */
  onRemove?: ((row: AllocationRow) => void) | undefined
  /** What is wrong with a row. */
  errorOf?: (row: AllocationRow) => string | undefined
}

/** What an MSP may sell, and what else there is that it could sell. */
export function AllocationTables(props: Props) {
  const t = useTranslations('products')
  const sold = props.rows.filter(({ allocation }) => allocation !== null)
  const others = props.rows.filter(({ allocation }) => allocation === null)
  return (
    <>
      <Card flush title={t('allocation.title')} note={props.onRemove ? undefined : t('allocation.note')}>
        {sold.length > 0 ? (
          <SoldRows {...props} rows={sold} />
        ) : (
          <EmptyState title={t('allocation.none')} hint={t('allocation.noneHint')} />
        )}
      </Card>
      {props.onEdit && others.length > 0 ? (
        <Card flush title={t('allocation.others')} note={t('allocation.othersNote')}>
          <OtherRows {...props} rows={others} />
        </Card>
      ) : null}
    </>
  )
}

const keyOf = ({ productId, version }: AllocationRow) => `${productId}-${version}`

function SoldRows({ rows, reason = null, onEdit, onRemove, errorOf }: Props) {
  const t = useTranslations('products')
  const { count } = useFigures()
  const isNew = onRemove !== undefined
  return (
    <Rows
      label={t('allocation.title')}
      heads={[
        { key: 'product', label: t('column.name') },
        { key: 'version', label: t('column.version') },
        { key: 'unit', label: t('column.unit') },
        { key: 'allocated', label: t('column.allocated'), isFigure: true },
        ...(isNew
          ? []
          : [
              { key: 'provisioned', label: t('column.provisioned'), isFigure: true },
              { key: 'available', label: t('column.available'), isFigure: true },
            ]),
        { key: 'state', label: t('column.poolState') },
        ...(onEdit ? [{ key: 'do', label: t('component.actions'), isHidden: true }] : []),
      ]}
    >
      {rows.map((row) => (
        <Row key={keyOf(row)}>
          <Cell>
            {row.name}
            {errorOf?.(row) ? <FieldError>{errorOf(row)}</FieldError> : null}
          </Cell>
          <Cell>{t(`version.${row.version}`)}</Cell>
          <Cell>{t(`unit.${row.unit}`)}</Cell>
          <Cell isFigure>{count(row.allocation?.allocated ?? 0)}</Cell>
          {isNew ? null : (
            <>
              <Cell isFigure>{count(row.allocation?.provisioned ?? 0)}</Cell>
              <Cell isFigure>{count((row.allocation?.allocated ?? 0) - (row.allocation?.provisioned ?? 0))}</Cell>
            </>
          )}
          <Cell>{row.allocation ? <PoolStates pool={row.allocation} /> : null}</Cell>
          {onEdit ? (
            <Cell isFigure className="whitespace-nowrap">
              <Button size="sm" variant="ghost" reason={reason} onClick={() => onEdit(row)}>
                {t('allocation.change')}
              </Button>
              {onRemove ? (
                <Button size="sm" variant="ghost" onClick={() => onRemove(row)}>
                  {t('allocation.remove')}
                </Button>
              ) : null}
            </Cell>
          ) : null}
        </Row>
      ))}
    </Rows>
  )
}

function OtherRows({ rows, reason = null, onEdit }: Props) {
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
