import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomerPage } from '@/components/customers/page/customer-page'
import { type TabKey, tabOf } from '@/components/customers/page/tab-keys'
import { NOTES_STEP } from '@/server/features/customers/record-schema'
import { WithMessages } from '@/server/i18n/with-messages'
import { caller, Screen, trpc } from '@/server/trpc/rsc'

type Props = PageProps<'/customers/[id]'>

/** What each tab needs besides the customer itself. */
const NEEDS = {
  profile: () => [],
  licences: (companyId) => [trpc.licences.ofCustomer.queryOptions({ companyId })],
  accounts: (companyId) => [trpc.accounts.ofCustomer.list.queryOptions({ companyId })],
  notes: (companyId) => [trpc.customers.notes.queryOptions({ companyId, limit: NOTES_STEP })],
} satisfies Record<TabKey, (companyId: string) => unknown[]>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const name = await (await caller()).customers.get({ id }).then(
    (customer) => customer.name,
    () => null, // the page itself says why
  )
  return { title: name ?? (await getTranslations('customer.page'))('back') }
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const tab = tabOf((await searchParams).tab)
  return (
    <WithMessages of={['customer', 'companies', 'accounts', 'licence']}>
      <Screen load={[trpc.customers.get.queryOptions({ id }), ...NEEDS[tab](id)]}>
        <CustomerPage id={id} />
      </Screen>
    </WithMessages>
  )
}
