import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PLAN_FILTERS, pageOf } from '@/components/plans/list-input'
import { PlansTable } from '@/components/plans/plans-table'
import { readTableState } from '@/components/table/url-state'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/plans'>) {
  const page = pageOf(readTableState(await searchParams, PLAN_FILTERS))
  return (
    <WithMessages of={['plans', 'products']}>
      <Screen load={[trpc.views.setup.queryOptions({ screen: 'plans' }), trpc.plans.list.queryOptions(page)]}>
        <PlansTable />
      </Screen>
    </WithMessages>
  )
}
