'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/components/forms/form-dialog'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Checkbox } from '@/components/ui/checkbox'
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
  const failure = error ?? assign.error
  return (
    <FormDialog
      title={t('title', { customer: holder.name })}
      submitLabel={t('submit', { count: wishes.length })}
      closeLabel={common('close')}
      banner={failure ? refusal.of(failure) : null}
      isBusy={assign.isPending}
      reason={reason}
      onSubmit={() => assign.mutate({ companyId: holder.id, wishes: wishes.map(wishOf), sendMail })}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
