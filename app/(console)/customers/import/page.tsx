import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StartImport } from '@/components/imports/start'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

export default function Page() {
  return (
    <WithMessages of={['imports']}>
      <Screen load={[trpc.imports.recent.queryOptions()]}>
        <StartImport />
      </Screen>
    </WithMessages>
  )
}
