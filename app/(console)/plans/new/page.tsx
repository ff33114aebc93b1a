import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPlan } from '@/components/plans/new-plan'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plans'))('new') }
}

export default function Page() {
  return (
    <WithMessages of={['plans', 'products']}>
      <Screen load={[trpc.plans.options.queryOptions()]}>
        <NewPlan />
      </Screen>
    </WithMessages>
  )
}
