import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomersTable } from '@/components/customers/list/customers-table'
import { CUSTOMER_FILTERS, displayOf, pageOf } from '@/components/customers/list/list-input'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { loaded, Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/customers'>) {
  const setup = trpc.views.setup.queryOptions({ screen: 'customers' })
  // Which customers are shown at all is the account's choice; a refusal is told by the screen itself.
  const settings = await loaded(setup).then(
    (kept) => kept.settings,
    () => undefined,
  )
  const page = pageOf(readTableState(await searchParams, CUSTOMER_FILTERS), displayOf(settings))
  return (
    <WithMessages of={['customers', 'customer', 'companies', 'licence', 'bulk']}>
      <Screen load={[setup, trpc.customers.list.queryOptions(page)]}>
        <CustomersTable />
      </Screen>
    </WithMessages>
  )
}
