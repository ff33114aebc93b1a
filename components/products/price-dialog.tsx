'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { newPrice } from '@/server/features/products/schema'
import type { Day } from '@/server/lib/period'

type Props = { of: { productId: string; planId?: string }; name: string; today: Day; onClose: () => void }

/** A price per unit and month, from a day on. */
export function PriceDialog({ of, name, today, onClose }: Props) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: newPrice,
    defaultValues: { ...of, currency: '', amount: '', validFrom: today },
  })
  const add = useMutation(
    trpc.products.prices.add.mutationOptions({
      onError: refuse,
      onSuccess: async () => {
        toast(t('price.added'))
        await queries.invalidateQueries({ queryKey: trpc.products.prices.pathKey() })
        onClose()
      },
    }),
  )
  const amount = bind('amount')
  const currency = bind('currency')
  const from = bind('validFrom')
  return (
    <FormDialog
      title={t('price.addTitle', { name })}
      submitLabel={t('price.add')}
      banner={banner}
      isBusy={add.isPending}
      onSubmit={submit((price) => add.mutate(price))}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('price.amount')} hint={t('price.amountHint')} error={amount.error} required>
          <Input {...amount.input} inputMode="decimal" autoComplete="off" />
        </Field>
        <Field label={t('price.currency')} hint={t('price.currencyHint')} error={currency.error} required>
          <Input {...currency.input} maxLength={3} autoComplete="off" spellCheck={false} className="uppercase" />
        </Field>
        <Field label={t('price.validFrom')} hint={t('price.validFromHint')} error={from.error} required>
          <DateInput {...from.input} />
        </Field>
      </div>
    </FormDialog>
  )
}
