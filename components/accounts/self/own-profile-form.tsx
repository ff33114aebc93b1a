'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { toast } from '@/components/ui/toast'
import type { AccountRow } from '@/server/features/accounts/queries'
import { accountProfile } from '@/server/features/accounts/schema'
import { AccountProfileFields } from '../account-fields'

/** Who I am: name, e-mail, phone, time zone and language. */
export function OwnProfileForm({ account }: { account: AccountRow }) {
  const t = useTranslations('accounts')
  const access = useTranslations('access')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const person = usePerson()
  const mayChange = useCan()('self.update')
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: accountProfile,
    defaultValues: account,
    prefix: 'profile.',
  })
  const update = useMutation(
    trpc.self.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { profile }) => {
        form.reset(profile)
        await queries.invalidateQueries({ queryKey: trpc.self.pathKey() })
        // Language and time zone of everything that the server has written on this page.
        router.refresh()
        // In another language this sentence would be the last one in the old.
        if (profile.locale === account.locale) toast(t('self.saved'))
      },
    }),
  )
  return (
    <Card title={t('self.profile')} note={t('self.profileHint')}>
      <DescriptionList
        className="mb-5"
        facts={[
          { key: 'loginName', term: t('field.loginName'), value: account.loginName },
          { key: 'role', term: t('field.role'), value: access(`role.${account.role}`) },
          { key: 'company', term: t('self.company'), value: person.companyName },
        ]}
      />
      <form
        noValidate
        onSubmit={submit((profile) => update.mutate({ version: account.version, profile }))}
        className="flex flex-col gap-4"
      >
        {banner ? (
          <Banner tone="danger" live>
            {banner}
          </Banner>
        ) : null}
        <AccountProfileFields bind={bind} timeZone={account.timeZone} isReadOnly={!mayChange} />
        {mayChange ? (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" busy={update.isPending}>
              {t('self.save')}
            </Button>
            {isDirty ? <Button onClick={() => form.reset()}>{t('self.reset')}</Button> : null}
          </div>
        ) : null}
      </form>
      <LeaveGuard isDirty={isDirty} />
    </Card>
  )
}
