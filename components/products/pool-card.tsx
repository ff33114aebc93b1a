'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Cell, Row, Rows } from '@/components/ui/rows'
import type { ProductRecord } from '@/server/features/products/queries'
import { PoolStates } from './pool-states'
import { useFigures } from './words'

/** What one's own company may sell of a product. */
export function PoolCard({ product }: { product: ProductRecord }) {
  const t = useTranslations('products')
  const { count } = useFigures()
  return (
    <Card flush title={t('poolTitle')} note={t('poolNote')}>
      <Rows
        label={t('poolTitle')}
        heads={[
          { key: 'version', label: t('column.version') },
          { key: 'allocated', label: t('column.allocated'), isFigure: true },
          { key: 'provisioned', label: t('column.provisioned'), isFigure: true },
          { key: 'available', label: t('column.available'), isFigure: true },
          { key: 'state', label: t('column.poolState') },
        ]}
      >
        {product.allocations.map((pool) => (
          <Row key={pool.version}>
            <Cell>{t(`version.${pool.version}`)}</Cell>
            <Cell isFigure>{count(pool.allocated)}</Cell>
            <Cell isFigure>{count(pool.provisioned)}</Cell>
            <Cell isFigure>{count(pool.allocated - pool.provisioned)}</Cell>
            <Cell>
              <PoolStates pool={pool} />
            </Cell>
          </Row>
        ))}
      </Rows>
    </Card>
  )
}
