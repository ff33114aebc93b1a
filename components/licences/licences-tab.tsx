'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useId, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { DateInput } from '@/components/ui/input'
import { SkeletonLines } from '@/components/ui/skeleton'
import { useAddress } from '@/components/ui/use-address'
import type { Holder } from './held'
import { LicencesTable } from './licences-table'
import { useLicenceWords } from './words'

const AssignDialog = lazy(() => import('./assign/assign-dialog').then((m) => ({ default: m.AssignDialog })))
const AsOfTable = lazy(() => import('./as-of-table').then((m) => ({ default: m.AsOfTable })))

type Props = {
  holder: Holder
  /** Why nothing can be changed here at the moment (a suspended partner …), or null. */
  reason: string | null
}

/** The licences of a customer: as they are, with what can be done, or as they were at the end of a day. */
export function LicencesTab({ holder, reason }: Props) {
  const t = useTranslations('licence')
  const trpc = useTRPC()
  const can = useCan()
  const refusal = useRefusal()
  const words = useLicenceWords()
  const [address, setAddress] = useAddress()
  const asOf = address.get('asOf')
  const setAsOf = (day: string | null) => setAddress({ asOf: day })
  const [isAssigning, setAssigning] = useState(false)
  const dayField = useId()
  const { data, error, isPending, isFetching, refetch } = useQuery(
    trpc.licences.ofCustomer.queryOptions({ companyId: holder.id }),
  )
  const day = /^\d{4}-\d\d-\d\d$/.test(asOf ?? '') ? asOf : null
  const assign = can('licence.assign') ? (
    <Button
      variant="primary"
      icon={Plus}
      reason={reason ?? (holder.status === 'disabled' ? refusal.ofCode('customerDisabled') : null)}
      onClick={() => setAssigning(true)}
    >
      {t('assign.action')}
    </Button>
  ) : null
  return (
    <section aria-labelledby="licences-title" aria-busy={isPending} className="flex flex-col gap-3 pt-3">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h2 id="licences-title" className="font-semibold text-base">
            {t('title')}
          </h2>
          <p className="text-ink-3 text-sm">{t('purpose')}</p>
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <div className="flex items-center gap-2">
            <label htmlFor={dayField} className="whitespace-nowrap text-ink-3 text-sm">
              {t('asOfLabel')}
            </label>
            <DateInput
              id={dayField}
              className="h-8 w-40 text-sm"
              value={day ?? ''}
              max={data?.[0]?.today}
              onChange={(event) => setAsOf(event.target.value || null)}
            />
          </div>
          {assign}
        </div>
      </header>
      {day ? (
        <>
          <Banner
            action={
              <Button size="sm" onClick={() => setAsOf(null)}>
                {t('asOfBack')}
              </Button>
            }
          >
            {t('asOfBanner', { day: words.day(day) })}
          </Banner>
          <Suspense fallback={<SkeletonLines lines={4} />}>
            <AsOfTable companyId={holder.id} day={day} />
          </Suspense>
        </>
      ) : null}
      {!day && isPending ? <SkeletonLines lines={4} /> : null}
      {!day && error ? <ListFailure error={error} isBusy={isFetching} onRetry={refetch} /> : null}
      {!day && data?.length === 0 ? <EmptyState title={t('empty')} hint={t('emptyHint')} action={assign} /> : null}
      {!day && data && data.length > 0 ? <LicencesTable rows={data} holder={holder} /> : null}
      <Suspense>
        {isAssigning ? <AssignDialog holder={holder} held={data ?? []} onClose={() => setAssigning(false)} /> : null}
      </Suspense>
    </section>
  )
}
