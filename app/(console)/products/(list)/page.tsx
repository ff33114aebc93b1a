import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PRODUCT_FILTERS, pageOf } from '@/components/products/list-input'
import { ProductsTable } from '@/components/products/products-table'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('products'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/products'>) {
  const page = pageOf(readTableState(await searchParams, PRODUCT_FILTERS))
  return (
    <WithMessages of={['products']}>
      <Screen load={[trpc.views.setup.queryOptions({ screen: 'products' }), trpc.products.list.queryOptions(page)]}>
        <ProductsTable />
      </Screen>
    </WithMessages>
  )
}
