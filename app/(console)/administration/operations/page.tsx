import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OperationsList } from '@/components/operations/list'
import { operationFilter } from '@/server/features/operations/schema'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operations'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/administration/operations'>) {
  const parsed = operationFilter.pick({ cursor: true }).safeParse(await searchParams)
  const input = parsed.success && parsed.data.cursor ? { cursor: parsed.data.cursor } : {}
  return (
    <WithMessages of={['operations']}>
      <Screen load={[trpc.operations.list.queryOptions(input)]}>
        <OperationsList cursor={input.cursor} />
      </Screen>
    </WithMessages>
  )
}
