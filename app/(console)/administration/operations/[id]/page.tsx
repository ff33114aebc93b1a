import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OperationPage } from '@/components/operations/page'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') }
}

export default async function Page({ params }: PageProps<'/administration/operations/[id]'>) {
  const operationId = (await params).id
  return (
    <WithMessages of={['operations']}>
      <Screen
        load={[trpc.operations.get.queryOptions({ operationId }), trpc.operations.items.queryOptions({ operationId })]}
      >
        <OperationPage operationId={operationId} />
      </Screen>
    </WithMessages>
  )
}
