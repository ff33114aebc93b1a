'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Can } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { PageHeader } from '@/components/ui/page-header'
import { OwnProfileForm } from './own-profile-form'
import { PasswordForm } from './password-form'
import { PersonCard } from './person-card'
import { SessionsCard } from './sessions-card'

/** Administration › Account information. */
export function AccountScreen() {
  const t = useTranslations('accounts.self')
  const trpc = useTRPC()
  const { data: account } = useQuery(trpc.self.account.queryOptions())
  if (!account) return null
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      <div className="flex max-w-180 flex-col gap-6 px-4 pb-10 md:px-6">
        <OwnProfileForm key={account.id} account={account} />
        <Can do="self.update">
          <PasswordForm changedAt={account.passwordChangedAt} />
        </Can>
        <SessionsCard />
        <PersonCard />
      </div>
    </>
  )
}
