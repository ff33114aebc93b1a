'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { CompanyStatus } from '@/components/companies/company-status'
import { PlaceName } from '@/components/shell/place'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { Badge } from '@/components/ui/status'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { useAddressWord } from '@/components/ui/use-address'
import { mayChangeBelow } from '@/server/features/companies/rules'
import { useStatusEntries } from './status-entries'
import { TAB_KEYS, tabsOf } from './tab-keys'
import { PANELS } from './tabs'

/** One partner. The tab stands in the address bar. */
export function PartnerPage({ id }: { id: string }) {
  const t = useTranslations('partners')
  const tAccess = useTranslations('access')
  const format = useFormatter()
  const trpc = useTRPC()
  const can = useCan()
  const refusal = useRefusal()
  const { data: partner } = useSuspenseQuery(trpc.partners.get.queryOptions({ id }))
  const [asked, setTab] = useAddressWord('tab', TAB_KEYS)
  const [isEditing, setEditing] = useState(false)
  const status = useStatusEntries(partner)
  const open = mayChangeBelow(partner)
  const reason = open.ok ? null : refusal.ofCode(open.code, open.params)
  const tabs = tabsOf(partner.kind, can)
  const tab = tabs.includes(asked) ? asked : 'profile'
  const Panel = PANELS[tab]
  return (
    <>
      <PlaceName name={partner.name} />
      <PageHeader
        title={partner.name}
        status={
          <>
            <CompanyStatus status={partner.status} />
            <Badge>{tAccess(`kind.${partner.kind}`)}</Badge>
          </>
        }
        facts={
          <>
            <Link
              prefetch={false}
              className="text-accent-text hover:underline"
              href={`/customers?partner=${partner.id}`}
            >
              {t('page.customers', { count: partner.customers })}
            </Link>
            <span>{t('page.units', { count: format.number(partner.unitsProvisioned) })}</span>
          </>
        }
        menu={status.entries}
        action={
          can('partner.update') ? (
            <Button
              variant="primary"
              icon={Pencil}
              reason={partner.status === 'cancelled' ? reason : null}
              disabled={isEditing}
              onClick={() => {
                setTab('profile')
                setEditing(true)
              }}
            >
              {t('page.edit')}
            </Button>
          ) : null
        }
      >
        {partner.status === 'active' ? null : (
          <Banner tone="warning" className="mb-3">
            {t(`page.${partner.status}`)}
          </Banner>
        )}
        <Tabs
          id="partner"
          label={t('page.tabs')}
          items={tabs.map((key) => ({ key, label: t(`tab.${key === 'licences' ? partner.kind : key}`) }))}
          current={tab}
          onChange={(key) => setTab(key)}
        />
      </PageHeader>
      <TabPanel id="partner" current={tab} className="px-4 pt-1 pb-10 md:px-6">
        <Panel partner={partner} reason={reason} isEditing={isEditing} setEditing={setEditing} />
      </TabPanel>
      {status.dialog}
    </>
  )
}
