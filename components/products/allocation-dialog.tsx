'use client'

import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { wholeNumber } from '@/components/forms/whole-number'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { AllocationRow } from '@/server/features/products/allocations'
import { type AllocationTerms, allocationTerms } from '@/server/features/products/schema'

type Props = {
  row: AllocationRow
  /** Keeps what was typed; what it refuses is shown, and the dialog stays. */
  save: (terms: AllocationTerms) => Promise<unknown>
  onClose: () => void
}

/** How many units of a product in one version an MSP may sell. */
export function AllocationDialog({ row, save, onClose }: Props) {
  const t = useTranslations('products')
  const { allocation, version } = row
  // Read when it opens: what the list learns meanwhile is not written over what is being typed.
  const { form, bind, submit, refuse, banner } = useSchemaForm({
    schema: allocationTerms,
    defaultValues: {
      allocated: allocation?.allocated ?? 0,
      refill: allocation?.refill ?? false,
      disabled: allocation?.disabled ?? false,
    },
  })
  const { error } = bind('allocated')
  const hint = allocation ? t('allocation.hint', { provisioned: allocation.provisioned }) : t('allocation.hintNew')
  return (
    <FormDialog
      title={t('allocation.dialog', { name: row.name, version: t(`version.${version}`) })}
      submitLabel={t('allocation.submit')}
      banner={banner}
      isBusy={form.formState.isSubmitting}
      onSubmit={submit((terms) => save(terms).then(onClose, refuse))}
      onClose={onClose}
    >
      <Field label={t('allocation.units', { unit: t(`unit.${row.unit}`) })} hint={hint} error={error} required>
        <Input
          {...form.register('allocated', { setValueAs: wholeNumber })}
          inputMode="numeric"
          autoComplete="off"
          className="tabular-nums"
        />
      </Field>
      <Checkbox {...bind('refill').input} label={t('allocation.refill')} hint={t('allocation.refillHint')} />
      <Checkbox {...bind('disabled').input} label={t('allocation.disabled')} hint={t('allocation.disabledHint')} />
    </FormDialog>
  )
}
