import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PARTNER_FILTERS, pageOf } from '@/components/partners/list/list-input'
import { PartnersTable } from '@/components/partners/list/partners-table'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partners'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/partners'>) {
  const page = pageOf(readTableState(await searchParams, PARTNER_FILTERS))
  return (
    <WithMessages of={['partners', 'companies']}>
      <Screen load={[trpc.partners.list.queryOptions(page)]}>
        <PartnersTable />
      </Screen>
    </WithMessages>
  )
}
