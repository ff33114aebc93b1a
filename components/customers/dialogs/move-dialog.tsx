'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { MovePreview } from './move-preview'

type Props = {
  customer: { id: string; name: string; manager: { id: string; name: string } }
  onClose: () => void
}

/** Moves a customer to another managing company: where to, what goes along and how, and only then the deed. */
export function MoveDialog({ customer, onClose }: Props) {
  const t = useTranslations('customer.move')
  const tAccess = useTranslations('access.kind')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [to, setTo] = useState<{ value: string; label: string } | null>(null)
  const [plans, setPlans] = useState<Record<string, string>>({})
  const preview = useMutation(trpc.moves.preview.mutationOptions())
  const move = useMutation(
    trpc.moves.carryOut.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast(t('done', { name: customer.name, partner: to?.label ?? '' }))
        onClose()
      },
    }),
  )
  const search = async (text: string) => {
    const found = await queries.fetchQuery(trpc.customers.managers.queryOptions({ search: text }))
    return found
      .filter(({ id }) => id !== customer.manager.id)
      .map(({ id, name, kind }) => ({ value: id, label: name, hint: tAccess(kind) }))
  }
  const choose = (next: { value: string; label: string } | null) => {
    setTo(next)
    setPlans({})
    move.reset()
    if (next) preview.mutate({ id: customer.id, toId: next.value })
    else preview.reset()
  }
  const shown = to ? preview.data : undefined
  const lacking = shown?.subscriptions.find((each) => each.plans.length === 0)
  const reason = !shown
    ? t('chooseFirst')
    : shown.refusal
      ? refusal.ofCode(shown.refusal.code, shown.refusal.params)
      : lacking
        ? refusal.ofCode('noPlanThere', { product: lacking.productName, partner: shown.to })
        : null
  const error = preview.error ?? move.error
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: customer.name })}
      description={t('text', { partner: customer.manager.name })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={move.isPending}
            reason={reason}
            onClick={() =>
              to &&
              move.mutate({
                companyId: customer.id,
                toId: to.value,
                plans: Object.entries(plans).map(([subscriptionId, planId]) => ({ subscriptionId, planId })),
              })
            }
          >
            {t('submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('to')} hint={t('toHint')}>
          <Combobox value={to} search={search} placeholder={t('search')} onValueChange={choose} />
        </Field>
        {preview.isPending ? <SkeletonLines lines={4} /> : null}
        {error ? (
          <Banner tone="danger" live>
            {refusal.of(error)}
          </Banner>
        ) : null}
        {shown && reason ? (
          <Banner tone="warning" live>
            {reason}
          </Banner>
        ) : null}
        {shown ? (
          <MovePreview
            preview={shown}
            plans={plans}
            onPlan={(subscriptionId, planId) => setPlans((before) => ({ ...before, [subscriptionId]: planId }))}
          />
        ) : null}
      </div>
    </Dialog>
  )
}
