'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Can, usePerson } from '@/components/access/access-provider'
import { operationPath } from '@/components/operations/destination'
import { isUnfinished, OperationState } from '@/components/operations/state'
import { useTRPC } from '@/components/trpc/client'
import { PageHeader } from '@/components/ui/page-header'
import { LicenceTiles } from './licence-tiles'
import { Tile } from './tile'

/** What needs the person now, and how many companies there are; every figure is a filter. */
export function Dashboard() {
  const t = useTranslations('dashboard')
  const { firstName } = usePerson()
  return (
    <>
      <PageHeader title={t('welcome', { name: firstName })} purpose={t('purpose')} />
      <div className="flex max-w-[70rem] flex-col gap-8 px-4 pb-10 md:px-6">
        <Tiles />
        <LicenceTiles />
        <div className="grid gap-8 lg:grid-cols-2">
          <NeedsYou />
          <FirstSteps />
        </div>
      </div>
    </>
  )
}

function Tiles() {
  const t = useTranslations('dashboard')
  const trpc = useTRPC()
  const { data, isPending } = useQuery(trpc.dashboard.figures.queryOptions())
  const { customers, partners } = data ?? { customers: null, partners: null }
  return (
    <Can do="customer.view">
      <section className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5" aria-busy={isPending}>
        <Tile label={t('enabledCustomers')} figure={customers?.enabled} href="/customers?status=enabled" />
        <Tile label={t('newThisMonth')} figure={customers?.recent} href="/customers?sort=-created" />
        <Tile label={t('disabledCustomers')} figure={customers?.disabled} href="/customers?status=disabled" />
        <Can do="partner.view">
          <Tile label={t('activePartners')} figure={partners?.active} />
          <Tile label={t('suspendedPartners')} figure={partners?.suspended} />
        </Can>
      </section>
    </Can>
  )
}

function NeedsYou() {
  const t = useTranslations('dashboard')
  const tOperations = useTranslations('operations')
  const trpc = useTRPC()
  const { data: operations = [] } = useQuery(
    trpc.operations.unfinished.queryOptions(undefined, {
      refetchInterval: ({ state }) => ((state.data ?? []).some(isUnfinished) ? 2000 : false),
    }),
  )
  return (
    <section>
      <h2 className="pb-2 font-semibold text-lg">{t('needsYou')}</h2>
      <ul className="divide-y divide-line border-line border-y">
        {operations.map((operation) => (
          <li key={operation.id} className="flex items-center justify-between gap-4 py-2">
            <Link href={operationPath(operation)} className="font-medium text-accent-text hover:underline">
              {tOperations(`kind.${operation.kind}`)}
            </Link>
            <OperationState state={operation.state} />
          </li>
        ))}
        {operations.length === 0 ? <li className="py-3 text-ink-2">{t('nothing')}</li> : null}
      </ul>
    </section>
  )
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
