'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import type { PartnerStatus } from '@/server/features/partners/options'
import type { Consequences } from '@/server/features/partners/queries'

type Props = { partner: { id: string; name: string }; to: PartnerStatus; onClose: () => void }

/** What each status brings about, with the figure it is about. */
const LISTED: Record<PartnerStatus, readonly (keyof Consequences)[]> = {
  active: [],
  suspended: ['accounts', 'customers'],
  cancelled: ['licences', 'sessions', 'accounts', 'mails'],
}

/** Lists the consequences first; cancelling is final and asks for the name. */
export function StatusDialog({ partner, to, onClose }: Props) {
  const t = useTranslations('partners.status')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { data: figures } = useQuery(trpc.partners.consequences.queryOptions({ id: partner.id }))
  const change = useMutation(
    trpc.partners.setStatus.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queries.invalidateQueries(trpc.partners.pathFilter()),
          queries.invalidateQueries(trpc.customers.pathFilter()),
        ])
        toast(t(`${to}.done`, { name: partner.name }))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(`${to}.title`, { name: partner.name })}
      effect={t(`${to}.effect`)}
      confirm={t(`${to}.action`)}
      tone={to === 'active' ? 'primary' : 'danger'}
      {...(to === 'cancelled' ? { typeName: partner.name } : {})}
      busy={change.isPending}
      error={change.error ? refusal.of(change.error) : null}
      onConfirm={() =>
        change.mutate({ companyId: partner.id, to, ...(to === 'cancelled' ? { typed: partner.name } : {}) })
      }
    >
      {LISTED[to].length > 0 && !figures ? <SkeletonLines lines={LISTED[to].length} /> : null}
      {figures ? (
        <ul className="list-disc space-y-1 pl-5 text-base text-ink-2">
          {LISTED[to].map((key) => (
            <li key={key}>
              {t(`consequence.${key}.${to === 'cancelled' ? 'cancelled' : 'suspended'}`, { count: figures[key] })}
            </li>
          ))}
        </ul>
      ) : null}
    </ConfirmDialog>
  )
}
