'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { RadioGroup } from '@/components/ui/radio-group'
import { toast } from '@/components/ui/toast'
import { TWO_FACTOR_POLICIES, type TwoFactorPolicy } from '@/server/features/accounts/two-factor-schema'

/** Who must sign in with two factors, in one's own company and below; whom a change would ask, before it is made. */
export function TwoFactorPolicyCard() {
  const t = useTranslations('accounts.policy')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const queries = useQueryClient()
  const router = useRouter()
  const mayChange = useCan()('company.update')
  const [chosen, setChosen] = useState<TwoFactorPolicy | null>(null)
  const { data } = useQuery(trpc.twoFactor.policy.queryOptions())
  const set = useMutation(
    trpc.twoFactor.setPolicy.mutationOptions({
      onSuccess: async () => {
        toast(t('saved'))
        setChosen(null)
        await queries.invalidateQueries({ queryKey: trpc.twoFactor.pathKey() })
        // It may concern oneself: then only the own account stays open.
        router.refresh()
      },
    }),
  )
  if (!data) return null
  const strictest = Math.max(TWO_FACTOR_POLICIES.indexOf(data.own), TWO_FACTOR_POLICIES.indexOf(data.above))
  const current = TWO_FACTOR_POLICIES[strictest] ?? data.own
  const policy = chosen ?? current
  const isChanged = policy !== current
  return (
    <Card title={t('title')} note={t('purpose')}>
      <form
        className="flex flex-col items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate({ policy })
        }}
      >
        {data.above === 'off' ? null : <Banner>{t('above', { policy: data.above })}</Banner>}
        <RadioGroup
          legend={t('legend')}
          value={policy}
          input={{
            name: 'policy',
            onChange: ({ target }) => setChosen(TWO_FACTOR_POLICIES.find((known) => known === target.value) ?? null),
          }}
          options={TWO_FACTOR_POLICIES.map((value, strength) => ({
            value,
            label: t(value),
            hint: t(`${value}Hint`),
            disabled: !mayChange || strength < TWO_FACTOR_POLICIES.indexOf(data.above),
          }))}
        />
        {isChanged && mayChange ? <Affected policy={policy} /> : null}
        {set.error ? (
          <Banner tone="danger" live>
            {refusal.of(set.error)}
          </Banner>
        ) : null}
        {isChanged && mayChange ? (
          <Button type="submit" variant="primary" busy={set.isPending}>
            {t('save')}
          </Button>
        ) : null}
      </form>
    </Card>
  )
}

/** Who has no second factor yet and would have to set it up. */
function Affected({ policy }: { policy: TwoFactorPolicy }) {
  const t = useTranslations('accounts.policy')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.twoFactor.affected.queryOptions({ policy }))
  if (!data || policy === 'off') return null
  const { accounts, companies, first } = data
  return (
    <Banner tone={accounts === 0 ? 'info' : 'warning'} live>
      <p>{t('preview', { accounts, companies })}</p>
      {first.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {first.map(({ id, name, companyName }) => (
            <li key={id}>{t('first', { name, company: companyName })}</li>
          ))}
          {accounts > first.length ? <li>{t('more', { count: accounts - first.length })}</li> : null}
        </ul>
      ) : null}
    </Banner>
  )
}
