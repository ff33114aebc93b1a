'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Can, usePerson } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { PageHeader } from '@/components/ui/page-header'
import { OwnProfileForm } from './own-profile-form'
import { PasswordForm } from './password-form'
import { PersonCard } from './person-card'
import { SessionsCard } from './sessions-card'
import { TwoFactorCard } from './two-factor-card'

/** Administration › Account information. */
export function AccountScreen() {
  const t = useTranslations('accounts.self')
  const trpc = useTRPC()
  const { mustAddTwoFactor } = usePerson()
  const { data: account } = useQuery(trpc.self.account.queryOptions())
  if (!account) return null
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      <div className="flex max-w-180 flex-col gap-6 px-4 pb-10 md:px-6">
        {mustAddTwoFactor ? <TwoFactorCard /> : null}
        <OwnProfileForm key={account.id} account={account} />
        <Can do="self.update">
          <PasswordForm changedAt={account.passwordChangedAt} />
        </Can>
        {mustAddTwoFactor ? null : <TwoFactorCard />}
        <SessionsCard />
        <PersonCard />
      </div>
    </>
  )
}
