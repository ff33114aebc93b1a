'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SkeletonLines } from '@/components/ui/skeleton'
import { LicencesTable } from './licences-table'

/** A customer's own console: what it may use, until when, with its activation codes. To read. */
export function OwnLicences() {
  const t = useTranslations('licence')
  const trpc = useTRPC()
  const { companyId, companyName } = usePerson()
  const { data, error, isPending, isFetching, refetch } = useQuery(trpc.licences.ofCustomer.queryOptions({ companyId }))
  return (
    <>
      <PageHeader
        title={t('own.title')}
        purpose={t('own.purpose', { company: companyName })}
        action={
          <ButtonLink icon={KeyRound} href="/register" prefetch={false}>
            {t('own.registerKey')}
          </ButtonLink>
        }
      />
      <div className="px-4 pb-10 md:px-6">
        {isPending ? <SkeletonLines lines={5} /> : null}
        {error ? <ListFailure error={error} isBusy={isFetching} onRetry={refetch} /> : null}
        {data?.length === 0 ? <EmptyState title={t('empty')} hint={t('own.emptyHint')} /> : null}
        {data && data.length > 0 ? <LicencesTable rows={data} /> : null}
      </div>
    </>
  )
}
