'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Field } from '@/components/ui/field'
import { DateInput, Input, Textarea } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { CustomerRecord } from '@/server/features/customers/record-queries'
import { approval } from '@/server/features/customers/record-schema'
import { todayIn } from '@/server/lib/days'

/** Who at the customer agreed in writing to be managed, and when. */
export function ApprovalDialog({ customer, onClose }: { customer: CustomerRecord; onClose: () => void }) {
  const t = useTranslations('customer.approval')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const today = todayIn(usePerson().timeZone)
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: approval,
    defaultValues: customer.approval ?? { by: '', on: today, remark: '' },
    prefix: 'approval.',
  })
  const save = useMutation(
    trpc.customers.setApproval.mutationOptions({
      onError: refuse,
      onSuccess: async () => {
        await queries.invalidateQueries(trpc.customers.pathFilter())
        toast(t('saved'))
        onClose()
      },
    }),
  )
  const by = bind('by')
  const on = bind('on')
  const remark = bind('remark')
  const { id: companyId, version } = customer
  return (
    <FormDialog
      title={t('title')}
      description={t('text')}
      submitLabel={t('save')}
      banner={banner}
      isBusy={save.isPending}
      onSubmit={submit((value) => save.mutate({ companyId, version, approval: value }))}
      onClose={onClose}
    >
      <Field label={t('by')} hint={t('byHint')} error={by.error} required>
        <Input {...by.input} autoComplete="off" />
      </Field>
      <Field label={t('on')} error={on.error} required>
        <DateInput {...on.input} max={today} />
      </Field>
      <Field label={t('remark')} hint={t('remarkHint')} error={remark.error}>
        <Textarea {...remark.input} rows={2} />
      </Field>
    </FormDialog>
  )
}
