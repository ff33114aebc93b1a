import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountScreen } from '@/components/accounts/self/account-screen'
import { WithMessages } from '@/server/i18n/with-messages'
import { Screen, trpc } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('accounts'))('self.title') }
}

export default function Page() {
  return (
    <WithMessages of={['accounts', 'signIn']}>
      <Screen
        load={[trpc.self.account.queryOptions(), trpc.self.sessions.queryOptions(), trpc.self.twoFactor.queryOptions()]}
      >
        <AccountScreen />
      </Screen>
    </WithMessages>
  )
}
