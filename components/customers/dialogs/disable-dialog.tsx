'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'

type Props = { customer: { id: string; name: string }; onClose: () => void }

/** Asks before a customer is disabled: whom it shuts out, what becomes of the licences, and that it can be undone. */
export function DisableDialog({ customer, onClose }: Props) {
  const t = useTranslations('customer.disable')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { data: count } = useQuery(trpc.customers.enabledAccounts.queryOptions({ companyId: customer.id }))
  const disable = useSetStatus(customer, onClose)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: customer.name })}
      effect={count === undefined ? t('licences') : t('signIn', { count })}
      confirm={t('submit')}
      busy={disable.isPending}
      error={disable.error ? refusal.of(disable.error) : null}
      onConfirm={() => disable.mutate({ companyId: customer.id, to: 'disabled' })}
    >
      <ul className="list-disc space-y-1 pl-5 text-base text-ink-2">
        {count === undefined ? null : <li>{t('licences')}</li>}
        <li>{t('back')}</li>
      </ul>
    </ConfirmDialog>
  )
}

/** Asks before a customer is enabled again. */
export function EnableDialog({ customer, onClose }: Props) {
  const t = useTranslations('customer.enable')
  const refusal = useRefusal()
  const enable = useSetStatus(customer, onClose)
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: customer.name })}
      effect={t('text')}
      confirm={t('submit')}
      tone="primary"
      busy={enable.isPending}
      error={enable.error ? refusal.of(enable.error) : null}
      onConfirm={() => enable.mutate({ companyId: customer.id, to: 'enabled' })}
    />
  )
}

/** Sets the status, says so, and offers to undo a disabling. */
function useSetStatus({ id, name }: Props['customer'], onDone: () => void) {
  const t = useTranslations('customer')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries(trpc.customers.pathFilter())
  const undo = useMutation(trpc.customers.setStatus.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.customers.setStatus.mutationOptions({
      onSuccess: async (_, { to }) => {
        await refresh()
        const back = { label: t('disable.undo'), onClick: () => undo.mutate({ companyId: id, to: 'enabled' }) }
        toast(to === 'disabled' ? t('disable.done', { name }) : t('enable.done', { name }), {
          ...(to === 'disabled' ? { action: back } : {}),
        })
        onDone()
      },
    }),
  )
}
