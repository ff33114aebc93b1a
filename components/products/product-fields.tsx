'use client'

import { useTranslations } from 'next-intl'
import type { Bind } from '@/components/forms/use-schema-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, FieldError } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'

const SWITCHES = ['fullOffered', 'trialOffered', 'nfrOffered', 'manageable', 'needsCode', 'reportsUsage'] as const

export type ProductField = 'vendor' | 'name' | 'endOfSaleOn' | 'endOfLifeOn' | (typeof SWITCHES)[number]

/** What may change as long as a product exists. */
export function ProductFields({ bind }: { bind: Bind<ProductField> }) {
  const t = useTranslations('products')
  const vendor = bind('vendor')
  const name = bind('name')
  const sale = bind('endOfSaleOn')
  const life = bind('endOfLifeOn')
  const versions = bind('fullOffered').error
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('column.name')} error={name.error} required>
          <Input {...name.input} />
        </Field>
        <Field label={t('column.vendor')} error={vendor.error} required>
          <Input {...vendor.input} />
        </Field>
        <Field label={t('column.endOfSale')} hint={t('endOfSaleHint')} error={sale.error}>
          <DateInput {...sale.input} />
        </Field>
        <Field label={t('column.endOfLife')} hint={t('endOfLifeHint')} error={life.error}>
          <DateInput {...life.input} />
        </Field>
      </div>
      <fieldset className="min-w-0">
        <legend className="mb-2 font-medium text-ink text-sm">{t('offered')}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {SWITCHES.map((key) => (
            <Checkbox key={key} {...bind(key).input} label={t(`flag.${key}`)} />
          ))}
        </div>
        {versions ? <FieldError>{versions}</FieldError> : null}
      </fieldset>
    </>
  )
}
