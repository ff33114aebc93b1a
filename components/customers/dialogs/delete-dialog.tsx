'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'

type Props = { customer: { id: string; name: string }; onClose: () => void }

/** The last question before a customer is gone for ever: its name must be typed. */
export function DeleteDialog({ customer, onClose }: Props) {
  const t = useTranslations('customer.delete')
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const remove = useMutation(
    trpc.customers.delete.mutationOptions({
      onSuccess: async () => {
        toast(t('done', { name: customer.name }))
        router.push('/customers')
        // What is gone must not be asked for again by the page that is being left.
        queries.removeQueries(trpc.customers.get.queryFilter({ id: customer.id }))
        await queries.invalidateQueries({ ...trpc.customers.pathFilter(), refetchType: 'none' })
      },
    }),
  )
  const refused = remove.error ? refusalIn(remove.error) : null
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('title', { name: customer.name })}
      effect={t('text')}
      confirm={t('submit')}
      typeName={customer.name}
      busy={remove.isPending || remove.isSuccess}
      error={
        refused?.code === 'productsLeft' ? (
          <>
            <p>{t('left')}</p>
            <p className="font-medium">{refused.params.products}</p>
            <p>{t('leftHint')}</p>
          </>
        ) : remove.error ? (
          refusal.of(remove.error)
        ) : null
      }
      onConfirm={() => remove.mutate({ companyId: customer.id, name: customer.name })}
    />
  )
}
