import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CompanyScreen } from '@/components/company/company-screen'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('title') }
}

export default function Page() {
  return (
    <WithMessages of={['accounts', 'companies', 'company']}>
      <Screen load={[trpc.company.get.queryOptions(), trpc.accounts.own.list.queryOptions({})]}>
        <CompanyScreen />
      </Screen>
    </WithMessages>
  )
}
