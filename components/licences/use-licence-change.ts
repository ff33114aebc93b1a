'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { toast } from '@/components/ui/toast'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import type { Modification } from '@/server/features/licences/rules'
import type { Day } from '@/server/lib/period'
import type { Holder } from './held'

/** What can be done to one licence, with what it needs. */
export type Wanted =
  | { kind: 'modify'; changes: Modification }
  | { kind: 'renew'; months: number }
  | { kind: 'changePlan'; planId: string }
  | { kind: 'convert'; planId: string; units: number }
  | { kind: 'suspend'; endsOn: Day }
  | { kind: 'resume' }
  | { kind: 'cancel' }

/** After a change of licences everything that shows them or their figures is asked anew. */
export function useLicenceRefresh(): () => Promise<unknown> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries(trpc.licences.pathFilter()),
      queries.invalidateQueries(trpc.customers.pathFilter()),
    ])
}

/** Carries one change out and says so; a refusal stays as a sentence. */
export function useLicenceChange(row: SubscriptionRow, holder: Holder, onDone: () => void) {
  const t = useTranslations('licence.done')
  const { licences } = useTRPCClient()
  const refresh = useLicenceRefresh()
  const refusal = useRefusal()
  const send = useMutation({
    mutationFn: ({ sendMail, ...wanted }: Wanted & { sendMail: boolean }) => {
      const form = { companyId: holder.id, subscriptionId: row.subscriptionId, revision: row.revision, sendMail }
      switch (wanted.kind) {
        case 'modify':
          return licences.modify.mutate({ ...form, changes: wanted.changes })
        case 'renew':
          return licences.renew.mutate({ ...form, months: wanted.months })
        case 'changePlan':
          return licences.changePlan.mutate({ ...form, planId: wanted.planId })
        case 'convert':
          return licences.convert.mutate({ ...form, planId: wanted.planId, units: wanted.units })
        case 'suspend':
          return licences.suspend.mutate({ ...form, endsOn: wanted.endsOn })
        case 'resume':
          return licences.resume.mutate(form)
        case 'cancel':
          return licences.cancel.mutate(form)
      }
    },
    onSuccess: async (_, { kind }) => {
      await refresh()
      toast(t(kind, { product: row.product.name }))
      onDone()
    },
    onError: () => refresh(),
  })
  return { send: send.mutate, isBusy: send.isPending, error: send.error ? refusal.of(send.error) : null }
}
