'use client'

import { useTranslations } from 'next-intl'
import type { UseFormReturn } from 'react-hook-form'
import type { Bind } from '@/components/forms/use-schema-form'
import { wholeNumber } from '@/components/forms/whole-number'
import { Checkbox } from '@/components/ui/checkbox'
import { Field, FieldError, FieldGroup } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import type { PlanProduct } from '@/server/features/plans/rules'
import type { NewPlan, NewPlanInput, PlanSettings } from '@/server/features/plans/schema'
import type { Version } from '@/server/features/products/rules'

type Settings = Omit<NewPlanInput, 'productId' | 'version' | 'nfr' | 'enabled'>
export type SettingName = Exclude<keyof Settings, 'name'> | `dataCentres.${string}`

type Props = {
  form: Pick<
    UseFormReturn<NewPlanInput, unknown, NewPlan> | UseFormReturn<Settings, unknown, PlanSettings>,
    'watch'
  > & {
    register: (
      name: 'initialMonths' | 'renewMonths' | 'noticeDays' | 'graceDays',
      options: { setValueAs: (typed: unknown) => number },
    ) => object
  }
  bind: Bind<SettingName>
  product: Pick<PlanProduct, 'kind' | 'manageable'>
  version: Version
  isNfr: boolean
  saas: readonly { id: string; name: string }[]
  dataCentres: readonly { id: string; name: string; country: string; enabled: boolean }[]
  /** Whether one's own company manages remotely at all, or the plan is for that already. */
  managesRemotely: boolean
  /** Data centres that the plan has already: they stay, open or not. */
  kept?: readonly string[]
}

/** What may change as long as a plan exists. What cannot be chosen says why. */
export function SettingsFields({ form, bind, product, version, isNfr, saas, ...props }: Props) {
  const { dataCentres, managesRemotely, kept = [] } = props
  const t = useTranslations('plans')
  const tErrors = useTranslations('errors')
  const isTrial = version === 'trial'
  const figure = (name: 'initialMonths' | 'renewMonths' | 'noticeDays' | 'graceDays', isFixed: boolean) => (
    <Field
      label={t(`field.${name}`)}
      hint={isFixed && !isNfr ? tErrors('trialMonths') : t(`hint.${name}`)}
      error={bind(name).error}
      required
    >
      <Input
        {...form.register(name, { setValueAs: wholeNumber })}
        inputMode="numeric"
        autoComplete="off"
        readOnly={isFixed}
        className="tabular-nums"
      />
    </Field>
  )
  const unmanaged = !product.manageable
    ? tErrors('notManageable')
    : managesRemotely
      ? null
      : tErrors('remoteManagementOff')
  const saasOnly = product.kind === 'saas' ? null : tErrors('onlySaasWaits')
  return (
    <>
      <FieldGroup legend={t('group.term')} hint={isNfr ? t('hint.nfrFixed') : undefined}>
        {figure('initialMonths', isTrial || isNfr)}
        {isTrial ? null : figure('renewMonths', isNfr)}
        <Switchable
          className="sm:col-span-2"
          bind={bind}
          name="autoRenew"
          label={t('field.autoRenew')}
          hint={t('hint.autoRenew')}
          reason={isNfr ? t('hint.nfrFixed') : isTrial ? tErrors('trialAutoRenewal') : null}
        />
        {figure('noticeDays', isNfr)}
        {figure('graceDays', isNfr)}
      </FieldGroup>
      <FieldGroup legend={t('group.use')}>
        <div className="sm:col-span-2">
          <RadioGroup
            legend={t('field.activationPolicy')}
            error={bind('activationPolicy').error}
            input={bind('activationPolicy').input}
            options={(['immediately', 'firstSignIn'] as const).map((policy) => ({
              value: policy,
              label: t(`policy.${policy}`),
              hint: policy === 'firstSignIn' ? (saasOnly ?? t('hint.firstSignIn')) : t('hint.immediately'),
              disabled: policy === 'firstSignIn' && (saasOnly !== null || isNfr),
            }))}
          />
        </div>
        <Switchable
          bind={bind}
          name="managed"
          label={t('field.managed')}
          hint={t('hint.managed')}
          reason={isNfr ? t('hint.nfrFixed') : unmanaged}
        />
        <Switchable
          bind={bind}
          name="trialForm"
          label={t('field.trialForm')}
          hint={t('hint.trialForm')}
          reason={isTrial ? null : tErrors('trialFormOnly')}
        />
      </FieldGroup>
      {saas.length > 0 ? (
        <FieldGroup legend={t('group.dataCentre')} hint={t('group.dataCentreHint')}>
          {saas.map(({ id, name }) => (
            <Field key={id} label={name} error={bind(`dataCentres.${id}`).error} required>
              <Select
                {...bind(`dataCentres.${id}`).input}
                placeholder={t('chooseDataCentre')}
                options={dataCentres.map((centre) => {
                  const isClosed = !centre.enabled && !kept.includes(centre.id)
                  return {
                    value: centre.id,
                    label: centre.enabled ? centre.name : t('dataCentreClosed', { name: centre.name }),
                    disabled: isClosed,
                  }
                })}
              />
            </Field>
          ))}
        </FieldGroup>
      ) : null}
    </>
  )
}

type SwitchableProps = {
  bind: Bind<SettingName>
  name: 'autoRenew' | 'managed' | 'trialForm'
  label: string
  hint: string
  /** Why it cannot be chosen. */
  reason: string | null
  className?: string
}

/** A tick box that says why it cannot be ticked. Not `disabled`: a form leaves out the value of what is. */
function Switchable({ bind, name, label, hint, reason, className }: SwitchableProps) {
  const { input, error } = bind(name)
  return (
    <div className={className}>
      <Checkbox
        {...input}
        aria-disabled={reason !== null || undefined}
        onClick={(event) => {
          if (reason !== null) event.preventDefault()
        }}
        label={<span className={reason === null ? undefined : 'text-ink-3'}>{label}</span>}
        hint={reason ?? hint}
      />
      {error ? <FieldError>{error}</FieldError> : null}
    </div>
  )
}
