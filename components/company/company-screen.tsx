'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { AccountsPanel } from '@/components/accounts/accounts-panel'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { TabNav } from '@/components/ui/tab-nav'
import { CompanyFacts, ReadOnlyProfile } from './company-facts'
import { OwnCompanyForm } from './own-company-form'
import { COMPANY_TABS, type CompanyTab } from './tabs'
import { TwoFactorPolicyCard } from './two-factor-policy'

/** Administration › Company information. */
export function CompanyScreen({ tab }: { tab: CompanyTab }) {
  const t = useTranslations('company')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { isReadOnly } = usePerson()
  const mayChange = useCan()('company.update')
  const { data: company } = useQuery(trpc.company.get.queryOptions())
  if (!company) return null
  const tabs = COMPANY_TABS.map((key) => ({ key, label: t(`tab.${key}`), href: `/administration/company?tab=${key}` }))
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')}>
        <TabNav label={t('tab.label')} tabs={tabs} current={tab} />
      </PageHeader>
      {/* Both stay, so that what was typed in one survives a look at the other. */}
      <div hidden={tab !== 'profile'} className="border-line border-t px-4 pt-4 pb-10 md:px-6">
        <div className="flex max-w-180 flex-col gap-4">
          <CompanyFacts company={company} />
          {mayChange ? null : <Banner>{isReadOnly ? refusal.ofCode('companySuspended') : t('readOnly')}</Banner>}
          {mayChange ? <OwnCompanyForm key={company.id} company={company} /> : <ReadOnlyProfile company={company} />}
        </div>
      </div>
      <div hidden={tab !== 'accounts'} className="border-line border-t px-4 pt-4 pb-10 md:px-6">
        <div className="flex flex-col gap-6">
          <AccountsPanel relation="own" companyId={company.id} companyName={company.name} kind={company.kind} />
          <div className="max-w-180">
            <TwoFactorPolicyCard />
          </div>
        </div>
      </div>
    </>
  )
}
