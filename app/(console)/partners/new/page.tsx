import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPartner } from '@/components/partners/wizard/new-partner'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partners.wizard'))('title') }
}

export default function Page() {
  return (
    <WithMessages of={['partners', 'companies', 'accounts', 'products', 'plans']}>
      <Screen load={[trpc.partners.options.queryOptions()]}>
        <NewPartner />
      </Screen>
    </WithMessages>
  )
}
