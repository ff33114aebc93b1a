'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { wholeNumber } from '@/components/forms/whole-number'
import { useRefusal } from '@/components/trpc/refusal'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import { MONTHS_MAX, UNITS_MAX } from '@/server/features/licences/state'
import { todayIn } from '@/server/lib/days'
import { NumberField } from '../dialogs/number-field'
import { AskAssign } from './ask-assign'
import { AskDialog, type AskProps } from './ask-dialog'
import type { LicenceBulkAction } from './request'

const isMonths = (months: number) => months >= 1 && months <= MONTHS_MAX

function AskRenew(props: AskProps) {
  const t = useTranslations('licence.bulk')
  const refusal = useRefusal()
  const [typed, setTyped] = useState('')
  const months = wholeNumber(typed)
  const isRight = typed === '' || isMonths(months)
  return (
    <AskDialog
      {...props}
      ask={isRight ? { kind: 'licenceRenew', ...(typed === '' ? {} : { months }) } : null}
      reason={isRight ? null : refusal.ofCode('monthsOutOfRange', { min: 1, max: MONTHS_MAX })}
    >
      <NumberField label={t('months')} hint={t('monthsHint')} value={typed} onChange={setTyped} className="sm:w-64" />
    </AskDialog>
  )
}

function AskUnits(props: AskProps) {
  const t = useTranslations('licence.bulk')
  const refusal = useRefusal()
  const [way, setWay] = useState<'to' | 'more' | 'fewer'>('to')
  const [typed, setTyped] = useState('')
  const units = wholeNumber(typed)
  const isRight = units >= 1 && units <= UNITS_MAX
  const change = way === 'to' ? { to: units } : { by: way === 'more' ? units : -units }
  return (
    <AskDialog
      {...props}
      ask={isRight ? { kind: 'licenceModify', changes: { units: change } } : null}
      reason={isRight ? null : refusal.ofCode('unitsOutOfRange', { min: 1, max: UNITS_MAX })}
    >
      <RadioGroup
        legend={t('unitsWay')}
        value={way}
        input={{
          name: 'units-way',
          onChange: ({ target: { value } }) => setWay(value === 'more' || value === 'fewer' ? value : 'to'),
        }}
        options={(['to', 'more', 'fewer'] as const).map((value) => ({ value, label: t(`unitsWays.${value}`) }))}
      />
      <NumberField label={t('unitsCount')} value={typed} onChange={setTyped} className="sm:w-48" />
    </AskDialog>
  )
}

function AskAutoRenew(props: AskProps) {
  const t = useTranslations('licence.bulk')
  const refusal = useRefusal()
  const [isOn, setOn] = useState(true)
  const [typed, setTyped] = useState('')
  const months = wholeNumber(typed)
  const isRight = !isOn || typed === '' || isMonths(months)
  const every = isOn && typed !== '' ? { renewMonths: months } : {}
  return (
    <AskDialog
      {...props}
      ask={isRight ? { kind: 'licenceModify', changes: { autoRenew: isOn, ...every } } : null}
      reason={isRight ? null : refusal.ofCode('monthsOutOfRange', { min: 1, max: MONTHS_MAX })}
    >
      <RadioGroup
        legend={t('autoRenewal')}
        value={isOn ? 'on' : 'off'}
        input={{ name: 'auto-renewal', onChange: (event) => setOn(event.target.value === 'on') }}
        options={[
          { value: 'on', label: t('on') },
          { value: 'off', label: t('off') },
        ]}
      />
      {isOn ? (
        <NumberField label={t('every')} hint={t('everyHint')} value={typed} onChange={setTyped} className="sm:w-64" />
      ) : null}
    </AskDialog>
  )
}

function AskSuspend(props: AskProps) {
  const t = useTranslations('licence')
  const { timeZone } = usePerson()
  const [endsOn, setEndsOn] = useState('')
  return (
    <AskDialog {...props} ask={{ kind: 'licenceSuspend', ...(endsOn ? { endsOn } : {}) }} reason={null}>
      <p className="text-base text-ink-2">{t('suspendNote')}</p>
      <Field label={t('suspendOn')} hint={t('bulk.suspendHint')} className="sm:w-64">
        <DateInput value={endsOn} min={todayIn(timeZone)} onChange={(event) => setEndsOn(event.target.value)} />
      </Field>
    </AskDialog>
  )
}

function AskResume(props: AskProps) {
  const t = useTranslations('licence.bulk')
  return (
    <AskDialog {...props} ask={{ kind: 'licenceResume' }} reason={null}>
      <p className="text-base text-ink-2">{t('resumeNote')}</p>
    </AskDialog>
  )
}

/** What each action asks for. Complete by type. */
export const ASK_FORMS: Record<LicenceBulkAction, ComponentType<AskProps & { managerId: string }>> = {
  assign: AskAssign,
  renew: AskRenew,
  units: AskUnits,
  autoRenew: AskAutoRenew,
  suspend: AskSuspend,
  resume: AskResume,
}
