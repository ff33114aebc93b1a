import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCustomer } from '@/components/customers/wizard/new-customer'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customer.wizard'))('title') }
}

export default function Page() {
  return (
    <WithMessages of={['customer', 'companies', 'accounts', 'licence']}>
      <Screen load={[trpc.customers.managers.queryOptions({})]}>
        <NewCustomer />
      </Screen>
    </WithMessages>
  )
}
