'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { KeySelectionInput } from '@/server/features/keys/schema'

type Props = { selection: KeySelectionInput; onClose: (wasDone: boolean) => void }

/** Asks before cancelled keys go from the list for ever. */
export function RemoveDialog({ selection, onClose }: Props) {
  const t = useTranslations('keys.remove')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const remove = useMutation(
    trpc.keys.removeCancelled.mutationOptions({
      onSuccess: async ({ removed }) => {
        await queries.invalidateQueries(trpc.keys.pathFilter())
        toast(t('done', { count: removed }))
        onClose(true)
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose(false)}
      title={t('title')}
      effect={t('effect')}
      confirm={t('submit')}
      busy={remove.isPending}
      error={remove.error ? refusal.of(remove.error) : null}
      onConfirm={() => remove.mutate({ selection })}
    />
  )
}
