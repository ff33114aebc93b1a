'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { ProductRecord } from '@/server/features/products/queries'
import { componentChange } from '@/server/features/products/schema'

type Props = { product: ProductRecord; onClose: () => void }

/** After a change of a suite: everything is asked anew, and the person hears how many plans wait for review. */
function useSuiteChanged(onClose: () => void) {
  const t = useTranslations('products')
  const queries = useQueryClient()
  return async ({ plansLocked }: { plansLocked: number }) => {
    toast(t('component.done', { count: plansLocked }))
    await queries.invalidateQueries()
    onClose()
  }
}

/** Another product comes into a suite. */
export function AddComponentDialog({ product, onClose }: Props) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const onSuccess = useSuiteChanged(onClose)
  const options = useQuery(trpc.products.componentOptions.queryOptions())
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: componentChange,
    defaultValues: { productId: product.id, componentId: '', on: product.today },
  })
  const add = useMutation(trpc.products.addComponent.mutationOptions({ onError: refuse, onSuccess }))
  const isPart = (id: string) => product.components.some((one) => one.productId === id && one.isPart)
  const component = bind('componentId')
  const on = bind('on')
  return (
    <FormDialog
      title={t('component.addTitle', { name: product.name })}
      submitLabel={t('component.add')}
      banner={banner}
      isBusy={add.isPending}
      onSubmit={submit((change) => add.mutate(change))}
      onClose={onClose}
    >
      <Field label={t('component.product')} error={component.error} required>
        <Select
          {...component.input}
          placeholder={t('component.choose')}
          options={(options.data ?? []).map(({ id, name }) => ({
            value: id,
            label: isPart(id) ? t('component.isPart', { name }) : name,
            disabled: isPart(id),
          }))}
        />
      </Field>
      <Field label={t('component.from')} hint={t('component.fromHint')} error={on.error} required>
        <DateInput {...on.input} max={product.today} />
      </Field>
      <Banner tone="warning">{t('component.locks', { count: product.plans })}</Banner>
    </FormDialog>
  )
}

/** A product leaves a suite. */
export function RemoveComponentDialog({
  product,
  component,
  onClose,
}: Props & { component: ProductRecord['components'][number] }) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const onSuccess = useSuiteChanged(onClose)
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: componentChange,
    defaultValues: { productId: product.id, componentId: component.productId, on: product.today },
  })
  const remove = useMutation(trpc.products.removeComponent.mutationOptions({ onError: refuse, onSuccess }))
  const on = bind('on')
  return (
    <FormDialog
      title={t('component.removeTitle', { component: component.name, name: product.name })}
      submitLabel={t('component.remove')}
      banner={banner}
      isBusy={remove.isPending}
      onSubmit={submit((change) => remove.mutate(change))}
      onClose={onClose}
    >
      <Field label={t('component.until')} hint={t('component.untilHint')} error={on.error} required>
        <DateInput {...on.input} min={component.addedOn} />
      </Field>
      <Banner tone="warning">{t('component.locks', { count: product.plans })}</Banner>
    </FormDialog>
  )
}
