import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Dashboard } from '@/components/dashboard/dashboard'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dashboard'))('title') }
}

export default function Page() {
  return (
    <WithMessages of={['dashboard', 'operations']}>
      <Screen load={[trpc.operations.unfinished.queryOptions()]}>
        <Dashboard />
      </Screen>
    </WithMessages>
  )
}
