'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { AllocationRow } from '@/server/features/products/allocations'
import { allocationChange } from '@/server/features/products/schema'

type Props = { companyId: string; row: AllocationRow; onClose: () => void }

/** How many units of a product in one version an MSP may sell. */
export function AllocationDialog({ companyId, row, onClose }: Props) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { allocation, productId, version } = row
  const { form, bind, submit, refuse, banner } = useSchemaForm({
    schema: allocationChange,
    defaultValues: {
      companyId,
      productId,
      version,
      allocated: allocation?.allocated ?? 0,
      refill: allocation?.refill ?? false,
      disabled: allocation?.disabled ?? false,
      was: allocation?.allocated ?? null,
    },
  })
  const set = useMutation(
    trpc.products.allocations.set.mutationOptions({
      onError: async (error) => {
        refuse(error)
        // Somebody else's figures stand in the list then, and what was typed stays here.
        await queries.invalidateQueries({ queryKey: trpc.products.allocations.pathKey() })
      },
      onSuccess: async () => {
        toast(t('allocation.done', { name: row.name }))
        await queries.invalidateQueries()
        onClose()
      },
    }),
  )
  const { error } = bind('allocated')
  const hint = allocation ? t('allocation.hint', { provisioned: allocation.provisioned }) : t('allocation.hintNew')
  return (
    <FormDialog
      title={t('allocation.dialog', { name: row.name, version: t(`version.${version}`) })}
      submitLabel={t('allocation.submit')}
      banner={banner}
      isBusy={set.isPending}
      onSubmit={submit((change) => set.mutate(change))}
      onClose={onClose}
    >
      <Field label={t('allocation.units', { unit: t(`unit.${row.unit}`) })} hint={hint} error={error} required>
        <Input
          {...form.register('allocated', { valueAsNumber: true })}
          type="number"
          inputMode="numeric"
          min={0}
          step={1}
          className="tabular-nums"
        />
      </Field>
      <Checkbox {...bind('refill').input} label={t('allocation.refill')} hint={t('allocation.refillHint')} />
      <Checkbox {...bind('disabled').input} label={t('allocation.disabled')} hint={t('allocation.disabledHint')} />
    </FormDialog>
  )
}
