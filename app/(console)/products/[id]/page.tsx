import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProductPage } from '@/components/products/product-page'
import { WithMessages } from '@/server/i18n/with-messages'
import { caller, Screen, trpc } from '@/server/trpc/rsc'

type Props = PageProps<'/products/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const name = await (await caller()).products.get({ productId: id }).then(
    (product) => product.name,
    () => null, // the page itself says why
  )
  return { title: name ?? (await getTranslations('products'))('title') }
}

export default async function Page({ params }: Props) {
  const { id } = await params
  return (
    <WithMessages of={['products']}>
      <Screen load={[trpc.products.get.queryOptions({ productId: id })]}>
        <ProductPage id={id} />
      </Screen>
    </WithMessages>
  )
}
