import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PartnerPage } from '@/components/partners/page/partner-page'
import { type TabKey, tabOf } from '@/components/partners/page/tab-keys'
import { WithMessages } from '@/server/i18n/with-messages'
import { caller, Screen, trpc } from '@/server/trpc/rsc'

type Props = PageProps<'/partners/[id]'>

/** What each tab needs besides the partner itself. */
const NEEDS: Record<TabKey, (companyId: string) => Parameters<typeof Screen>[0]['load']> = {
  profile: () => [],
  // The panel of an MSP or of a reseller: which one it is, is known with the partner itself.
  licences: () => [],
  remote: (companyId) => [trpc.partners.permissions.queryOptions({ companyId })],
  accounts: (companyId) => [trpc.accounts.ofPartner.list.queryOptions({ companyId })],
  branding: (companyId) => [trpc.partners.permissions.queryOptions({ companyId })],
  history: (companyId) => [trpc.log.list.queryOptions({ filter: { partnerId: companyId } })],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const name = await (await caller()).partners.get({ id }).then(
    (partner) => partner.name,
    () => null, // the page itself says why
  )
  return { title: name ?? (await getTranslations('partners'))('title') }
}

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const tab = tabOf((await searchParams).tab)
  return (
    <WithMessages of={['partners', 'customer', 'companies', 'accounts', 'access', 'log', 'products', 'plans']}>
      <Screen load={[trpc.partners.get.queryOptions({ id }), ...NEEDS[tab](id)]}>
        <PartnerPage id={id} />
      </Screen>
    </WithMessages>
  )
}
