'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { LookedKey } from '@/server/features/keys/redeem'
import type { KeyRedemptionInput } from '@/server/features/keys/register-schema'
import type { Registered } from '@/server/features/keys/registration'
import { Acceptance } from './acceptance'
import { OfferCard } from './offer-card'
import { StrangerFields } from './stranger-fields'
import { useStrangerForm } from './use-stranger-form'

type Redeem = Pick<
  UseMutationResult<Registered, unknown, KeyRedemptionInput>,
  'mutate' | 'mutateAsync' | 'isPending' | 'error'
>
type Props = {
  found: { key: string; looked: LookedKey }
  redeem: Redeem
  /** Where the confirmation goes; nothing when one registers as who is signed in. */
  onEmail: (email: string | null) => void
  onOtherKey: () => void
}

/** What the key gives, and who registers with it: the customer that is signed in, or somebody new. */
export function ByKey(props: Props) {
  const t = useTranslations('register')
  const { found, onOtherKey } = props
  const { looked } = found
  const [isNew, setNew] = useState(looked.me === null)
  return (
    <>
      <OfferCard offer={looked} units={looked.units} />
      <Button variant="link" size="sm" className="-mt-3 h-auto self-start px-0" onClick={onOtherKey}>
        {t('otherKey')}
      </Button>
      {looked.me && !isNew ? (
        <AsMe {...props} me={looked.me} onNew={() => setNew(true)} />
      ) : (
        <>
          {looked.me ? (
            <Button className="self-start" onClick={() => setNew(false)}>
              {t('asMe', { company: looked.me.companyName })}
            </Button>
          ) : (
            <p className="text-base">
              {t.rich('already', {
                company: looked.manager.name,
                link: (chunks) => (
                  <Link className="text-accent-text underline underline-offset-3" href={signInPath(props)}>
                    {chunks}
                  </Link>
                ),
              })}
            </p>
          )}
          <AsNew {...props} />
        </>
      )}
    </>
  )
}

/** After signing in one is back here, with the key. */
const signInPath = ({ found: { key, looked } }: Props): string =>
  `/${looked.manager.slug}/sign-in?${new URLSearchParams({ next: `/register?${new URLSearchParams({ key })}` })}`

function AsMe({ found, redeem, onEmail, me, onNew }: Props & { me: NonNullable<LookedKey['me']>; onNew: () => void }) {
  const t = useTranslations('register')
  const refusal = useRefusal()
  const [isAccepted, setAccepted] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isAccepted) return
    onEmail(null)
    redeem.mutate({ key: found.key, who: { kind: 'me' }, accepted: true })
  }
  if (!me.isAllowed) return <Banner tone="warning">{t('notAllowed', { company: me.companyName })}</Banner>
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-base">{t('forMe', { company: me.companyName })}</p>
      <Acceptance
        offer={found.looked}
        error={undefined}
        checked={isAccepted}
        onChange={(event) => setAccepted(event.target.checked)}
      />
      {redeem.error ? (
        <Banner tone="danger" live>
          {refusal.of(redeem.error)}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          size="lg"
          busy={redeem.isPending}
          reason={isAccepted ? null : t('acceptFirst')}
        >
          {t('submitMe', { company: me.companyName })}
        </Button>
        <Button variant="ghost" size="lg" onClick={onNew}>
          {t('asNew')}
        </Button>
      </div>
    </form>
  )
}

function AsNew({ found, redeem, onEmail }: Props) {
  const t = useTranslations('register')
  const form = useStrangerForm(found.looked.units)
  const accepted = form.bind('accepted')
  const submit = form.submit(({ company, account, accepted: agreed }) => {
    form.clearBanner()
    onEmail(account.email)
    return redeem
      .mutateAsync({ key: found.key, who: { kind: 'new', company, account }, accepted: agreed })
      .catch(form.refuse)
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <StrangerFields form={form} />
      <Acceptance offer={found.looked} error={accepted.error} {...accepted.input} />
      {form.banner ? (
        <Banner tone="danger" live>
          {form.banner}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="lg" className="self-start" busy={redeem.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
