import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Home } from '@/components/dashboard/home'
import { WithMessages } from '@/server/i18n/with-messages'
import { caller, Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboard'))('title') }
}

export default async function Page() {
  // Whoever is signed out is told so by the screen itself.
  const me = await (await caller()).self.me().catch(() => null)
  const seesOwn = me?.kind === 'customer' && me.privileges.includes('licence.view')
  return (
    <WithMessages of={seesOwn ? ['licence'] : ['dashboard', 'operations']}>
      <Screen
        load={
          seesOwn
            ? [trpc.licences.ofCustomer.queryOptions({ companyId: me.companyId })]
            : [trpc.operations.unfinished.queryOptions()]
        }
      >
        <Home />
      </Screen>
    </WithMessages>
  )
}
