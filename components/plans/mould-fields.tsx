'use client'

import { useTranslations } from 'next-intl'
import type { Bind } from '@/components/forms/use-schema-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, FieldError, FieldGroup } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import type { PlanOption } from '@/server/features/plans/form-queries'
import type { Version } from '@/server/features/products/rules'

type Props = {
  bind: Bind<'name' | 'productId' | 'version' | 'nfr' | 'enabled'>
  products: readonly PlanOption[]
  product: PlanOption | undefined
  version: Version
  isNfr: boolean
  onProduct: (id: string) => void
  onVersion: (version: Version) => void
  onNfr: (isNfr: boolean) => void
}

/** What a plan is of: fixed once it exists, its name and whether it can be assigned apart. */
export function MouldFields({ bind, products, product, version, isNfr, onProduct, onVersion, onNfr }: Props) {
  const t = useTranslations('plans')
  const tErrors = useTranslations('errors')
  const name = bind('name')
  const chosen = bind('productId')
  const nfr = bind('nfr')
  const nfrReason = nfrReasonOf(product, version)
  const offers = { full: product?.fullOffered ?? false, trial: product?.trialOffered ?? false }
  const versionHint = (one: Version) => {
    if (!product || product.versions.includes(one)) return t(`versionHint.${one}`)
    return offers[one] ? t('notAllocated') : tErrors('versionNotOffered')
  }
  return (
    <FieldGroup legend={t('group.mould')} hint={t('group.mouldHint')}>
      <Field label={t('field.name')} error={name.error} required className="sm:col-span-2">
        <Input {...name.input} autoComplete="off" />
      </Field>
      <Field label={t('field.product')} error={chosen.error} required className="sm:col-span-2">
        <Select
          {...chosen.input}
          onChange={(event) => onProduct(event.target.value)}
          placeholder={t('chooseProduct')}
          options={products.map((one) => ({
            value: one.id,
            label: one.refusal ? t('optionRefused', { name: one.name, reason: tErrors(one.refusal) }) : one.name,
            disabled: one.refusal !== null,
          }))}
        />
      </Field>
      {product ? (
        <>
          <div className="sm:col-span-2">
            <RadioGroup
              cards
              legend={t('field.version')}
              value={version}
              error={bind('version').error}
              input={{
                name: 'version',
                onChange: (event) => onVersion(event.currentTarget.value === 'trial' ? 'trial' : 'full'),
              }}
              options={(['full', 'trial'] as const).map((one) => ({
                value: one,
                label: t(`version.${one}`),
                hint: versionHint(one),
                disabled: !product.versions.includes(one),
              }))}
            />
          </div>
          <div>
            <Checkbox
              name="nfr"
              checked={isNfr}
              disabled={nfrReason !== null}
              onChange={(event) => onNfr(event.currentTarget.checked)}
              label={t('field.nfr')}
              hint={
                nfrReason === null
                  ? t('hint.nfr')
                  : nfrReason === 'full'
                    ? t('reason.nfrFull')
                    : tErrors('nfrNotOffered')
              }
            />
            {nfr.error ? <FieldError>{nfr.error}</FieldError> : null}
          </div>
          <Checkbox {...bind('enabled').input} label={t('field.enabled')} hint={t('hint.enabled')} />
        </>
      ) : null}
    </FieldGroup>
  )
}

/** Why a plan cannot be the free licence's, or null. */
function nfrReasonOf(product: PlanOption | undefined, version: Version): 'full' | 'notOffered' | null {
  if (!product?.nfrOffered) return 'notOffered'
  return version === 'full' ? null : 'full'
}
