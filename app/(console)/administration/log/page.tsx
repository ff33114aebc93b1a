import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LOG_FILTERS, pageOf } from '@/components/log/list-input'
import { LogTable } from '@/components/log/log-table'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('log'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/administration/log'>) {
  const page = pageOf(readTableState(await searchParams, LOG_FILTERS))
  return (
    <WithMessages of={['log', 'access']}>
      <Screen load={[trpc.log.list.queryOptions(page)]}>
        <LogTable />
      </Screen>
    </WithMessages>
  )
}
