'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { PlanRecord } from '@/server/features/plans/queries'
import { planCopy } from '@/server/features/plans/schema'

/** Another plan with the same settings, under another name. */
export function DuplicateDialog({ plan, onClose }: { plan: PlanRecord; onClose: () => void }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const refusal = useRefusal()
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: planCopy,
    defaultValues: { planId: plan.id, name: t('duplicate.name', { name: plan.name }).slice(0, 150) },
  })
  const copy = useMutation(
    trpc.plans.duplicate.mutationOptions({
      onError: refuse,
      onSuccess: async ({ planId }, { name }) => {
        toast(t('created', { name }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        onClose()
        router.push(`/plans/${planId}`)
      },
    }),
  )
  const name = bind('name')
  // A refusal of another field of the plan has no place here but above the form.
  const found = copy.error ? refusalIn(copy.error) : null
  const elsewhere = found && 'field' in found && found.field !== 'name' ? refusal.of(copy.error) : null
  return (
    <FormDialog
      title={t('duplicate.title', { name: plan.name })}
      description={t('duplicate.text')}
      submitLabel={t('duplicate.submit')}
      banner={banner ?? elsewhere}
      isBusy={copy.isPending}
      onSubmit={submit((values) => copy.mutate(values))}
      onClose={onClose}
    >
      <Field label={t('field.name')} error={name.error} required>
        <Input {...name.input} autoComplete="off" />
      </Field>
    </FormDialog>
  )
}
