import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeysTable } from '@/components/keys/keys-table'
import { KEY_FILTERS, pageOf } from '@/components/keys/list-input'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('keys'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/keys'>) {
  const search = await searchParams
  const page = pageOf(readTableState(search, KEY_FILTERS))
  // A plan's own *generate keys* leads here.
  const planId = typeof search.generate === 'string' ? search.generate : null
  return (
    <WithMessages of={['keys', 'bulk']}>
      <Screen load={[trpc.views.setup.queryOptions({ screen: 'keys' }), trpc.keys.list.queryOptions(page)]}>
        <KeysTable planId={planId} />
      </Screen>
    </WithMessages>
  )
}
