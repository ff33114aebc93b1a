'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { useDay } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import type { CustomerPageState } from './use-customer'

const ApprovalDialog = lazy(() =>
  import('../dialogs/approval-dialog').then((module) => ({ default: module.ApprovalDialog })),
)

/** The customer's written approval to be managed: shown, recorded, corrected, taken back. */
export function ApprovalCard({ page }: { page: CustomerPageState }) {
  const t = useTranslations('customer.approval')
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const { customer, reason, can } = page
  const { approval } = customer
  const day = useDay('long')
  const on = approval ? day(approval.on) : ''
  return (
    <Card
      title={t('title')}
      note={t('text')}
      action={
        can.update ? (
          <>
            {approval ? (
              <Button variant="ghost" size="sm" reason={reason} onClick={() => setOpen('remove')}>
                {t('remove')}
              </Button>
            ) : null}
            <Button size="sm" reason={reason} onClick={() => setOpen('edit')}>
              {approval ? t('edit') : t('record')}
            </Button>
          </>
        ) : null
      }
    >
      {approval ? (
        <>
          <p className="text-base">{t('sentence', { by: approval.by, on })}</p>
          {approval.remark ? <p className="mt-1 whitespace-pre-wrap text-base text-ink-2">{approval.remark}</p> : null}
        </>
      ) : (
        <>
          <p className="text-base">{t('none')}</p>
          <p className="text-ink-3 text-sm">{t('noneHint')}</p>
        </>
      )}
      <Suspense>
        {open === 'edit' ? <ApprovalDialog customer={customer} onClose={() => setOpen(null)} /> : null}
      </Suspense>
      {open === 'remove' ? <RemoveApproval page={page} on={on} onClose={() => setOpen(null)} /> : null}
    </Card>
  )
}

function RemoveApproval({ page, on, onClose }: { page: CustomerPageState; on: string; onClose: () => void }) {
  const t = useTranslations('customer.approval')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { customer, refresh } = page
  const remove = useMutation(
    trpc.customers.setApproval.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast(t('removed'))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('removeTitle', { name: customer.name })}
      effect={t('removeText', { by: customer.approval?.by ?? '', on })}
      confirm={t('remove')}
      busy={remove.isPending}
      error={remove.error ? refusal.of(remove.error) : null}
      onConfirm={() => remove.mutate({ companyId: customer.id, version: customer.version, approval: null })}
    />
  )
}
