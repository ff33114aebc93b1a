'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { FormDialog } from '@/components/forms/form-dialog'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { ProductRecord } from '@/server/features/products/queries'
import { newProduct, productSettings } from '@/server/features/products/schema'
import { ProductFields } from './product-fields'

const UNITS = ['seats', 'devices', 'mailboxes', 'users', 'keys', 'servers', 'gigabytes'] as const
const KINDS = ['saas', 'software', 'suite'] as const

/** A new product of the catalogue. */
export function NewProductDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: newProduct,
    defaultValues: {
      vendor: '',
      name: '',
      code: '',
      family: '',
      kind: 'saas',
      unit: 'seats',
      trialOffered: true,
      fullOffered: true,
      needsCode: false,
      manageable: false,
      reportsUsage: true,
      nfrOffered: false,
      endOfSaleOn: '',
      endOfLifeOn: '',
    },
  })
  const create = useMutation(
    trpc.products.create.mutationOptions({
      onError: refuse,
      onSuccess: async ({ productId }, { name }) => {
        toast(t('created', { name }))
        await queries.invalidateQueries({ queryKey: trpc.products.pathKey() })
        router.push(`/products/${productId}`)
      },
    }),
  )
  const code = bind('code')
  const family = bind('family')
  return (
    <FormDialog
      wide
      title={t('new')}
      submitLabel={t('create')}
      banner={banner}
      isBusy={create.isPending}
      onSubmit={submit((product) => create.mutate(product))}
      onClose={onClose}
    >
      <ProductFields bind={bind} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('column.code')} hint={t('codeHint')} error={code.error} required>
          <Input {...code.input} autoComplete="off" spellCheck={false} className="uppercase" />
        </Field>
        <Field label={t('column.family')} hint={t('familyHint')} error={family.error} required>
          <Input {...family.input} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field label={t('column.kind')} hint={t('fixedHint')}>
          <Select {...bind('kind').input} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Field>
        <Field label={t('column.unit')} hint={t('fixedHint')}>
          <Select {...bind('unit').input} options={UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))} />
        </Field>
      </div>
    </FormDialog>
  )
}

/** What may change of a product. */
export function EditProductDialog({ product, onClose }: { product: ProductRecord; onClose: () => void }) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { bind, submit, refuse, banner } = useSchemaForm({
    schema: productSettings,
    defaultValues: { ...product, endOfSaleOn: product.endOfSaleOn ?? '', endOfLifeOn: product.endOfLifeOn ?? '' },
    prefix: 'settings.',
  })
  const update = useMutation(
    trpc.products.update.mutationOptions({
      onError: refuse,
      onSuccess: async (_, { settings }) => {
        toast(t('saved', { name: settings.name }))
        await queries.invalidateQueries()
        onClose()
      },
    }),
  )
  return (
    <FormDialog
      wide
      title={t('edit', { name: product.name })}
      submitLabel={t('save')}
      banner={banner}
      isBusy={update.isPending}
      onSubmit={submit((settings) => update.mutate({ productId: product.id, revision: product.revision, settings }))}
      onClose={onClose}
    >
      <ProductFields bind={bind} />
    </FormDialog>
  )
}
