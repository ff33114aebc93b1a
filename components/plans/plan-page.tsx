'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { PricesCard } from '@/components/products/prices-card'
import { PlaceName } from '@/components/shell/place'
import { useTRPC } from '@/components/trpc/client'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { useAddressWord } from '@/components/ui/use-address'
import { EditPlan } from './edit-plan'
import { PlanCustomers } from './plan-customers'
import { PlanHeader } from './plan-header'
import { PlanSettings } from './plan-settings'
import { TAB_KEYS, type TabKey } from './tab-keys'

/** One service plan. The tab stands in the address bar. */
export function PlanPage({ id }: { id: string }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const can = useCan()
  const { data: plan } = useSuspenseQuery(trpc.plans.get.queryOptions({ planId: id }))
  const [wanted, setTab] = useAddressWord('tab', TAB_KEYS)
  const [isEditing, setEditing] = useState(false)
  const shown = (key: TabKey) =>
    key === 'customers' ? can('licence.view') : key === 'prices' ? plan.isOwn && can('billing.view') : true
  const tabs = TAB_KEYS.filter(shown)
  const tab = tabs.includes(wanted) ? wanted : 'settings'
  const edit = () => {
    setTab('settings')
    setEditing(true)
  }
  return (
    <>
      <PlaceName name={plan.name} />
      <PlanHeader plan={plan} isEditing={isEditing && tab === 'settings'} onEdit={edit}>
        <Tabs
          id="plan"
          label={t('page.tabs')}
          items={tabs.map((key) => ({ key, label: t(`page.tab.${key}`) }))}
          current={tab}
          onChange={(key) => setTab(key)}
        />
      </PlanHeader>
      <TabPanel id="plan" current={tab} className="px-4 pt-1 pb-10 md:px-6">
        {tab === 'settings' && isEditing ? <EditPlan plan={plan} onDone={() => setEditing(false)} /> : null}
        {tab === 'settings' && !isEditing ? <PlanSettings plan={plan} /> : null}
        {tab === 'customers' ? <PlanCustomers plan={plan} /> : null}
        {tab === 'prices' ? (
          <div className="max-w-3xl">
            <PricesCard productId={plan.productId} planId={plan.id} name={plan.name} today={plan.today} />
          </div>
        ) : null}
      </TabPanel>
    </>
  )
}
