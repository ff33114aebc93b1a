'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { PlanRecord } from '@/server/features/plans/queries'

/** Asks before a plan can no longer, or again, be assigned. */
export function SwitchDialog({ plan, onClose }: { plan: PlanRecord; onClose: () => void }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const way = plan.enabled ? 'disable' : 'enable'
  const change = useMutation(
    trpc.plans.switchTo.mutationOptions({
      onSuccess: async () => {
        toast(t(`${way}.done`, { name: plan.name }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t(`${way}.title`, { name: plan.name })}
      effect={t(`${way}.text`, { customers: plan.customers })}
      confirm={t(`${way}.submit`)}
      tone={plan.enabled ? 'danger' : 'primary'}
      busy={change.isPending}
      error={change.error ? refusal.of(change.error) : null}
      onConfirm={() => change.mutate({ planId: plan.id, enabled: !plan.enabled })}
    />
  )
}
