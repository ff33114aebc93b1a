import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { readTableState } from '@/components/table/url-state'
import { pageOf, TRANSACTION_FILTERS } from '@/components/transactions/list-input'
import { TransactionsTable } from '@/components/transactions/transactions-table'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transactions'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/administration/transactions'>) {
  const page = pageOf(readTableState(await searchParams, TRANSACTION_FILTERS))
  return (
    <WithMessages of={['transactions']}>
      <Screen
        load={[trpc.views.setup.queryOptions({ screen: 'transactions' }), trpc.transactions.list.queryOptions(page)]}
      >
        <TransactionsTable />
      </Screen>
    </WithMessages>
  )
}
