'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { PanelProps } from './tabs'

/** Whether an MSP may show its own brand to its customers. */
export function BrandingTab({ partner, reason }: PanelProps) {
  const t = useTranslations('partners.branding')
  const can = useCan()
  const [isAsking, setAsking] = useState(false)
  const { data, ...query } = useQuery(useTRPC().partners.permissions.queryOptions({ companyId: partner.id }))
  if (query.error) return <ListFailure error={query.error} isBusy={query.isFetching} onRetry={query.refetch} />
  if (!data) return <SkeletonLines lines={2} />
  const { ownBranding } = data
  return (
    <Card
      className="max-w-3xl"
      title={t('title')}
      note={t('note')}
      action={
        can('branding.manage') ? (
          <Button size="sm" reason={reason} onClick={() => setAsking(true)}>
            {ownBranding ? t('forbid') : t('allow')}
          </Button>
        ) : null
      }
    >
      <Status tone={ownBranding ? 'good' : 'neutral'} shape={ownBranding ? 'full' : 'empty'}>
        {ownBranding ? t('allowed') : t('forbidden')}
      </Status>
      {isAsking ? <BrandingDialog partner={partner} allowed={!ownBranding} onClose={() => setAsking(false)} /> : null}
    </Card>
  )
}

type DialogProps = { partner: { id: string; name: string }; allowed: boolean; onClose: () => void }

/** Says what follows, then gives the permission or takes it. */
function BrandingDialog({ partner, allowed, onClose }: DialogProps) {
  const t = useTranslations('partners.branding')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const set = useMutation(
    trpc.partners.setBrandingPermission.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.partners.pathFilter())
        toast(t(allowed ? 'allowDone' : 'forbidDone', { name: partner.name }))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(allowed ? 'allowTitle' : 'forbidTitle', { name: partner.name })}
      effect={t(allowed ? 'allowEffect' : 'forbidEffect')}
      confirm={t(allowed ? 'allow' : 'forbid')}
      tone={allowed ? 'primary' : 'danger'}
      busy={set.isPending}
      error={set.error ? refusal.of(set.error) : null}
      onConfirm={() => set.mutate({ companyId: partner.id, allowed })}
    />
  )
}
