'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import { type Holder, licenceOf } from '../held'
import { useLicenceRefresh } from '../use-licence-change'
import { usePlanChoice } from '../use-plan-choice'
import { Outcome } from './outcome'
import { WishList } from './wish-list'
import { decideWishes, type WishDraft, wishOf } from './wishes'

type Props = { holder: Holder; held: readonly SubscriptionRow[]; onClose: () => void }

/** Assigns plans to one customer, each with what it would do; all of them or none. */
export function AssignDialog({ holder, held, onClose }: Props) {
  const t = useTranslations('licence.assign')
  const common = useTranslations('licence')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const form = useId()
  const refresh = useLicenceRefresh()
  const { data: choice, error, isPending } = usePlanChoice(holder.manager.id)
  const [wishes, setWishes] = useState<WishDraft[]>([])
  const [sendMail, setSendMail] = useState(true)
  const assign = useMutation(
    trpc.licences.assign.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast(t('done', { count: wishes.length, customer: holder.name }))
        onClose()
      },
    }),
  )
  const subscriptions = held.filter(({ cancelledOn }) => cancelledOn === null).map((row) => licenceOf(row, holder))
  const customer = { status: holder.status, manager: holder.manager, subscriptions }
  const decisions = choice ? decideWishes(choice, customer, wishes) : []
  const refused = decisions.find((decision) => !decision.ok)
  const reason =
    wishes.length === 0
      ? t('choosePlanFirst')
      : refused && !refused.ok
        ? refusal.ofCode(refused.code, refused.params)
        : null
  const plans = {
    ...Object.fromEntries((choice?.plans ?? []).map(({ id, name }) => [id, name])),
    ...Object.fromEntries(held.map(({ planId, planName }) => [planId, planName])),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason === null && !assign.isPending) {
      assign.mutate({ companyId: holder.id, wishes: wishes.map(wishOf), sendMail })
    }
  }
  const failure = error ?? assign.error
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('title', { customer: holder.name })}
      footer={
        <>
          <Button onClick={onClose}>{common('close')}</Button>
          <Button type="submit" form={form} variant="primary" busy={assign.isPending} reason={reason}>
            {t('submit', { count: wishes.length })}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {failure ? (
          <Banner tone="danger" live>
            {refusal.of(failure)}
          </Banner>
        ) : null}
        {isPending ? <SkeletonLines lines={3} /> : null}
        {choice ? (
          <WishList
            choice={choice}
            wishes={wishes}
            onChange={setWishes}
            hasProduct={(plan) => subscriptions.some(({ productId }) => productId === plan.productId)}
            outcome={(wish, plan) => {
              const decision = decisions[wishes.indexOf(wish)]
              return decision ? (
                <Outcome decision={decision} plan={plan} isTyped={wish.units !== ''} plans={plans} />
              ) : null
            }}
          />
        ) : null}
        <Checkbox
          label={common('sendMail')}
          hint={common('sendMailHint')}
          checked={sendMail}
          onChange={(event) => setSendMail(event.target.checked)}
        />
      </form>
    </Dialog>
  )
}
