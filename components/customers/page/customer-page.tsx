'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlaceName } from '@/components/shell/place'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { useAddressWord } from '@/components/ui/use-address'
import { CustomerHeader } from './customer-header'
import { TAB_KEYS } from './tab-keys'
import { PANELS } from './tabs'
import { useCustomer } from './use-customer'

/** One customer. The tab stands in the address bar. */
export function CustomerPage({ id }: { id: string }) {
  const t = useTranslations('customer.page')
  const page = useCustomer(id)
  const [tab, setTab] = useAddressWord('tab', TAB_KEYS)
  const [isEditing, setEditing] = useState(false)
  const Panel = PANELS[tab]
  const edit = () => {
    setTab('profile')
    setEditing(true)
  }
  return (
    <>
      <PlaceName name={page.customer.name} />
      <CustomerHeader page={page} isEditing={isEditing && tab === 'profile'} onEdit={edit}>
        <Tabs
          id="customer"
          label={t('tabs')}
          items={TAB_KEYS.map((key) => ({ key, label: t(`tab.${key}`) }))}
          current={tab}
          onChange={(key) => setTab(key)}
        />
      </CustomerHeader>
      <TabPanel id="customer" current={tab} className="px-4 pt-1 pb-10 md:px-6">
        <Panel page={page} isEditing={isEditing} setEditing={setEditing} />
      </TabPanel>
    </>
  )
}
