import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomersTable } from '@/components/customers/list/customers-table'
import { CUSTOMER_FILTERS, pageOf } from '@/components/customers/list/list-input'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/customers'>) {
  const page = pageOf(readTableState(await searchParams, CUSTOMER_FILTERS))
  return (
    <WithMessages of={['customers', 'customer', 'companies']}>
      <Screen load={[trpc.customers.list.queryOptions(page)]}>
        <CustomersTable />
      </Screen>
    </WithMessages>
  )
}
