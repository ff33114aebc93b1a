import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanPage } from '@/components/plans/plan-page'
import { WithMessages } from '@/server/i18n/with-messages'
import { caller, Screen, trpc } from '@/server/trpc/rsc'

type Props = PageProps<'/plans/[id]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const name = await (await caller()).plans.get({ planId: id }).then(
    (plan) => plan.name,
    () => null, // the page itself says why
  )
  return { title: name ?? (await getTranslations('plans'))('title') }
}

export default async function Page({ params }: Props) {
  const { id } = await params
  return (
    <WithMessages of={['plans', 'products', 'licence']}>
      <Screen load={[trpc.plans.get.queryOptions({ planId: id })]}>
        <PlanPage id={id} />
      </Screen>
    </WithMessages>
  )
}
