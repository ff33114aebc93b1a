import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CompanyScreen } from '@/components/company/company-screen'
import { COMPANY_TABS } from '@/components/company/tabs'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

const search = z.object({ tab: z.enum(COMPANY_TABS).catch('profile') })

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/administration/company'>) {
  const { tab } = search.parse(await searchParams)
  return (
    <WithMessages of={['accounts', 'companies', 'company']}>
      <Screen load={[trpc.company.get.queryOptions(), trpc.accounts.own.list.queryOptions({})]}>
        <CompanyScreen tab={tab} />
      </Screen>
    </WithMessages>
  )
}
