'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFigures } from '@/components/products/words'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { PlanRecord } from '@/server/features/plans/queries'
import type { PlanReview } from '@/server/features/plans/review'

type Props = { plan: PlanRecord; onClose: () => void }

/** What changed in the suite of a plan and whom that affects; approving opens the plan again and brings its customers over. */
export function ReviewDialog({ plan, onClose }: Props) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const review = useQuery(trpc.plans.review.queryOptions({ planId: plan.id }))
  const approve = useMutation(
    trpc.plans.approve.mutationOptions({
      onSuccess: async ({ operationId, customers }) => {
        toast(t('review.done', { customers }), {
          ...(operationId
            ? {
                action: {
                  label: t('review.openWork'),
                  onClick: () => router.push(`/administration/operations/${operationId}`),
                },
              }
            : {}),
        })
        await queries.invalidateQueries()
        onClose()
      },
      onError: () => queries.invalidateQueries({ queryKey: trpc.plans.review.queryKey() }),
    }),
  )
  const { data } = review
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={t('review.title', { name: plan.name })}
      description={data ? t('review.effect', { customers: data.customers }) : null}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            busy={approve.isPending}
            reason={data ? null : t('review.loading')}
            onClick={() =>
              data && approve.mutate({ planId: plan.id, revision: data.revision, dataCentres: { ...chosen } })
            }
          >
            {t('review.approve')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {review.error ? <ListFailure error={review.error} isBusy={review.isFetching} onRetry={review.refetch} /> : null}
        {data ? (
          <>
            <Refused error={approve.error} />
            <Changes review={data} />
            <Centres
              review={data}
              chosen={chosen}
              error={approve.error}
              onChoose={(id, centre) => setChosen({ ...chosen, [id]: centre })}
            />
          </>
        ) : null}
        {review.isPending ? <Skeleton className="h-16 w-full" /> : null}
      </div>
    </Dialog>
  )
}

/** A refusal that belongs to no field. */
function Refused({ error }: { error: unknown }) {
  const refusal = useRefusal()
  if (!error) return null
  const found = refusalIn(error)
  if ('field' in found && found.field) return null
  return (
    <Banner tone="danger" live>
      {refusal.of(error)}
    </Banner>
  )
}

function Changes({ review: { changes } }: { review: PlanReview }) {
  const t = useTranslations('plans')
  const { day } = useFigures()
  if (changes.length === 0) return <p className="text-ink-3">{t('review.nothing')}</p>
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {changes.map(({ productId, name, change, on }) => (
        <li key={`${productId}-${change}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
          <Status
            tone={change === 'added' ? 'good' : 'danger'}
            shape={change === 'added' ? 'full' : 'cross'}
            className="w-28"
          >
            {t(`review.${change}`)}
          </Status>
          <span className="min-w-0 flex-1">{name}</span>
          <span className="text-ink-3 text-sm">{t('review.from', { day: day(on) })}</span>
        </li>
      ))}
    </ul>
  )
}

type CentresProps = {
  review: PlanReview
  chosen: Readonly<Record<string, string>>
  error: unknown
  onChoose: (productId: string, dataCentreId: string) => void
}

/** SaaS products that came into the suite run somewhere. */
function Centres({ review, chosen, error, onChoose }: CentresProps) {
  const t = useTranslations('plans')
  const refusal = useRefusal()
  const errors = error ? refusal.ofFields(error) : {}
  return review.needsDataCentre.map(({ productId, name }) => (
    <Field
      key={productId}
      label={t('dataCentreOf', { product: name })}
      error={errors[`dataCentres.${productId}`]}
      required
    >
      <Select
        value={chosen[productId] ?? ''}
        onChange={(event) => onChoose(productId, event.currentTarget.value)}
        placeholder={t('chooseDataCentre')}
        options={review.dataCentres.map((centre) => ({ value: centre.id, label: centre.name }))}
      />
    </Field>
  ))
}
