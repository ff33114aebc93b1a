'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan, usePerson } from '@/components/access/access-provider'
import { PlaceName } from '@/components/shell/place'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import type { ProductRecord } from '@/server/features/products/queries'
import { mayBeSold } from '@/server/features/products/rules'
import { ComponentsCard } from './components-card'
import { plansOf } from './plans-of'
import { PoolCard } from './pool-card'
import { PricesCard } from './prices-card'
import { EditProductDialog } from './product-dialog'
import { LifeBadge, useFigures } from './words'

/** One product: what it is, what a suite holds, what may be sold of it, its prices for those who may see them. */
export function ProductPage({ id }: { id: string }) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const can = useCan()
  const { kind } = usePerson()
  const [isEditing, setEditing] = useState(false)
  const { data: product } = useSuspenseQuery(trpc.products.get.queryOptions({ productId: id }))
  const sold = mayBeSold(product, product.today)
  const life = sold.ok ? 'onSale' : sold.code === 'endOfLife' ? 'endOfLife' : 'endOfSale'
  return (
    <>
      <PlaceName name={product.name} />
      <PageHeader
        title={product.name}
        status={<LifeBadge life={life} />}
        facts={
          <>
            <span>{product.vendor}</span>
            <TextLink href={plansOf(id, kind)}>{t('plansOf', { count: product.plans })}</TextLink>
            {can('customer.view') ? (
              <TextLink href={`/customers?product=${id}`}>{t('customersOf', { count: product.customers })}</TextLink>
            ) : (
              <span>{t('customersOf', { count: product.customers })}</span>
            )}
          </>
        }
        action={
          can('product.manage') ? (
            <Button variant="primary" icon={Pencil} onClick={() => setEditing(true)}>
              {t('editButton')}
            </Button>
          ) : null
        }
      />
      <div className="grid max-w-6xl items-start gap-4 px-4 pb-10 md:px-6 lg:grid-cols-2">
        <FactsCard product={product} />
        {product.allocations.length > 0 ? <PoolCard product={product} /> : null}
        {product.kind === 'suite' ? <ComponentsCard product={product} /> : null}
        {can('billing.view') ? <PricesCard productId={product.id} name={product.name} today={product.today} /> : null}
      </div>
      {isEditing ? <EditProductDialog product={product} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

function FactsCard({ product }: { product: ProductRecord }) {
  const t = useTranslations('products')
  const { day } = useFigures()
  const yes = (is: boolean) => (is ? t('yes') : t('no'))
  const versions = [
    ...(product.fullOffered ? [t('version.full')] : []),
    ...(product.trialOffered ? [t('version.trial')] : []),
    ...(product.nfrOffered ? [t('version.nfr')] : []),
  ]
  return (
    <Card title={t('facts')}>
      <DescriptionList
        facts={[
          { key: 'code', term: t('column.code'), value: product.code },
          { key: 'kind', term: t('column.kind'), value: t(`kind.${product.kind}`) },
          { key: 'unit', term: t('column.unit'), value: t(`unit.${product.unit}`) },
          { key: 'family', term: t('column.family'), value: product.family },
          { key: 'versions', term: t('column.versions'), value: versions.join(', ') },
          { key: 'needsCode', term: t('flag.needsCode'), value: yes(product.needsCode) },
          { key: 'manageable', term: t('flag.manageable'), value: yes(product.manageable) },
          { key: 'reportsUsage', term: t('flag.reportsUsage'), value: yes(product.reportsUsage) },
          { key: 'sale', term: t('column.endOfSale'), value: product.endOfSaleOn && day(product.endOfSaleOn) },
          { key: 'life', term: t('column.endOfLife'), value: product.endOfLifeOn && day(product.endOfLifeOn) },
        ]}
      />
    </Card>
  )
}
