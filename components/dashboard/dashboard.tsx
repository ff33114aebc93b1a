'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Can, usePerson } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { PageHeader } from '@/components/ui/page-header'
import { ProductChart } from './charts/product-chart'
import { RenewalChart } from './charts/renewal-chart'
import { CompanyTiles } from './company-tiles'
import { LicenceTiles } from './licence-tiles'
import { NeedsYou } from './needs-you'
import { useFigures } from './use-figures'

/** What needs the person now, how many companies there are, and how their licences stand; every figure is a filter. */
export function Dashboard() {
  const t = useTranslations('dashboard')
  const { firstName } = usePerson()
  return (
    <>
      <PageHeader title={t('welcome', { name: firstName })} purpose={t('purpose')} />
      <div className="flex max-w-[70rem] flex-col gap-8 px-4 pb-10 md:px-6">
        <Failure />
        <CompanyTiles />
        <div className="grid gap-8 lg:grid-cols-2">
          <NeedsYou />
          <FirstSteps />
        </div>
        <LicenceTiles />
        <Can do="customer.view">
          <div className="grid gap-4 lg:grid-cols-2">
            <ProductChart />
            <RenewalChart />
          </div>
        </Can>
      </div>
    </>
  )
}

function Failure() {
  const { data, error, isFetching, refetch } = useFigures()
  return error && !data ? <ListFailure error={error} isBusy={isFetching} onRetry={refetch} /> : null
}

const STEPS = [
  { privilege: 'customer.view', href: '/customers', key: 'seeCustomers' },
  { privilege: 'customer.import', href: '/customers/import', key: 'importCustomers' },
  { privilege: 'customer.create', href: '/customers/new', key: 'newCustomer' },
  { privilege: 'company.view', href: '/administration/company', key: 'yourCompany' },
  { privilege: 'self.view', href: '/administration/account', key: 'yourAccount' },
] as const

function FirstSteps() {
  const t = useTranslations('dashboard')
  return (
    <section>
      <h2 className="pb-2 font-semibold text-lg">{t('firstSteps')}</h2>
      <ul className="divide-y divide-line border-line border-y">
        {STEPS.map(({ privilege, href, key }) => (
          <Can key={key} do={privilege}>
            <li>
              <Link href={href} className="block py-2 text-accent-text hover:underline">
                {t(key)}
              </Link>
            </li>
          </Can>
        ))}
      </ul>
    </section>
  )
}
