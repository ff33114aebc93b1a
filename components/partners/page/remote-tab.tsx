'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { RemoteDialog } from '@/components/partners/remote/remote-dialog'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { SkeletonLines } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { mayMoveRemote } from '@/server/features/partners/permission-rules'
import { countryName } from '@/server/lib/country-name'
import type { PanelProps } from './tabs'

/** Whether an MSP manages its customers' products remotely, where that runs, and what depends on it. */
export function RemoteTab({ partner, reason }: PanelProps) {
  const t = useTranslations('partners.remote')
  const locale = useLocale()
  const can = useCan()
  const refusal = useRefusal()
  const [isEditing, setEditing] = useState(false)
  const { data, ...query } = useQuery(useTRPC().partners.permissions.queryOptions({ companyId: partner.id }))
  if (query.error) return <ListFailure error={query.error} isBusy={query.isFetching} onRetry={query.refetch} />
  if (!data) return <SkeletonLines lines={4} />
  const centre = data.dataCentres.find(({ id }) => id === data.dataCentreId) ?? null
  const mayEnd = centre ? mayMoveRemote(centre, null, data.use) : null
  const kept = mayEnd && !mayEnd.ok ? refusal.ofCode(mayEnd.code, mayEnd.params) : null
  return (
    <Card
      className="max-w-3xl"
      title={t('title')}
      note={t('note')}
      action={
        can('partner.remoteManagement') ? (
          <Button size="sm" reason={reason ?? kept} onClick={() => setEditing(true)}>
            {centre ? t('change') : t('setUp')}
          </Button>
        ) : null
      }
    >
      <DescriptionList
        facts={[
          {
            key: 'state',
            term: t('state'),
            value: (
              <Status tone={centre ? 'good' : 'neutral'} shape={centre ? 'full' : 'empty'}>
                {centre ? t('on') : t('off')}
              </Status>
            ),
          },
          {
            key: 'centre',
            term: t('dataCentre'),
            value: centre && (
              <>
                {t('place', { name: centre.name, country: countryName(centre.country, locale) })}
                {centre.residency ? <span className="block text-ink-3 text-sm">{centre.residency}</span> : null}
              </>
            ),
          },
          { key: 'customers', term: t('customers'), value: t('customerCount', { count: data.use.customers }) },
          { key: 'plans', term: t('plans'), value: t('planCount', { count: data.use.plans }) },
        ]}
      />
      {kept ? <p className="pt-3 text-ink-2 text-sm">{kept}</p> : null}
      {isEditing ? <RemoteDialog partner={partner} permissions={data} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}
