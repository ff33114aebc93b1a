'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { z } from 'zod'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { KEYS_MAX } from '@/server/features/keys/rules'
import { newKeys } from '@/server/features/keys/schema'
import { Generated } from './generated'

/** A whole number as somebody types it; its bounds are the schema's. */
const figure = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/, 'wholeNumber')
  .transform(Number)
const { count, units, redemptions, expiresOn } = newKeys.shape
const form = newKeys.omit({ companyId: true }).extend({
  count: figure.pipe(count),
  units: figure.pipe(units),
  redemptions: figure.pipe(redemptions.unwrap()),
  expiresOn: z
    .string()
    .transform((typed) => (typed === '' ? null : typed))
    .pipe(expiresOn.unwrap()),
  planName: z.string(),
})

type Props = { planId: string | null; onClose: () => void }

/** Generates keys for a plan and gives them, this once, as a file. */
export function GenerateDialog({ planId, onClose }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const wanted = useQuery(trpc.keys.plans.queryOptions({ id: planId ?? '' }, { enabled: planId !== null }))
  const [plan] = wanted.data ?? []
  const { form: fields, ...rest } = useSchemaForm({
    schema: form,
    defaultValues: { planId: '', planName: '', count: '1', units: '1', redemptions: '1', expiresOn: '', batch: '' },
  })
  const generate = useMutation(
    trpc.keys.generate.mutationOptions({
      onError: rest.refuse,
      onSuccess: () => queries.invalidateQueries(trpc.keys.pathFilter()),
    }),
  )
  const { setValue } = fields
  useEffect(
    function takeThePlanOfTheLink() {
      if (!plan) return
      setValue('planId', plan.id)
      setValue('planName', plan.name)
    },
    [plan, setValue],
  )
  if (generate.data && generate.variables) {
    return <Generated made={generate.data} asked={generate.variables} onClose={onClose} />
  }
  const send = rest.submit(({ planName: _, ...value }) => generate.mutate(value))
  return <Form fields={fields} {...rest} isBusy={generate.isPending} onSubmit={send} onClose={onClose} />
}

type FormProps = Pick<
  ReturnType<typeof useSchemaForm<z.input<typeof form>, z.output<typeof form>>>,
  'bind' | 'banner'
> & {
  fields: ReturnType<typeof useSchemaForm<z.input<typeof form>, z.output<typeof form>>>['form']
  isBusy: boolean
  onSubmit: () => Promise<unknown>
  onClose: () => void
}

function Form({ fields, bind, banner, isBusy, onSubmit, onClose }: FormProps) {
  const t = useTranslations('keys.new')
  const { keys } = useTRPCClient()
  const [planId, planName, typed] = fields.watch(['planId', 'planName', 'count'])
  const search = async (q: string, signal: AbortSignal) => {
    const found = await keys.plans.query({ q }, { signal })
    return found.map((plan) => ({ value: plan.id, label: plan.name, hint: plan.productName }))
  }
  const number = (name: 'count' | 'units' | 'redemptions', hint?: string) => {
    const { input, error } = bind(name)
    return (
      <Field label={t(name)} hint={hint} error={error} required>
        <Input {...input} inputMode="numeric" autoComplete="off" className="tabular-nums" />
      </Field>
    )
  }
  const expiry = bind('expiresOn')
  const batch = bind('batch')
  const many = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : 0
  return (
    <FormDialog
      title={t('title')}
      submitLabel={t('submit', { count: many })}
      banner={banner}
      isBusy={isBusy}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Field label={t('plan')} hint={t('planHint')} error={bind('planId').error} required>
        <Combobox
          value={planId === '' ? null : { value: planId, label: planName }}
          onValueChange={(chosen) => {
            fields.setValue('planName', chosen?.label ?? '')
            fields.setValue('planId', chosen?.value ?? '', { shouldValidate: true, shouldDirty: true })
          }}
          search={search}
          placeholder={t('planPlaceholder')}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {number('count', t('countHint', { max: KEYS_MAX }))}
        {number('units')}
        {number('redemptions', t('redemptionsHint'))}
        <Field label={t('expiresOn')} hint={t('expiresOnHint')} error={expiry.error}>
          <DateInput {...expiry.input} />
        </Field>
      </div>
      <Field label={t('batch')} hint={t('batchHint')} error={batch.error}>
        <Input {...batch.input} autoComplete="off" />
      </Field>
    </FormDialog>
  )
}
