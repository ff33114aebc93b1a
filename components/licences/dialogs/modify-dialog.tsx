'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { wholeNumber } from '@/components/forms/whole-number'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { type Modification, modify } from '@/server/features/licences/rules'
import { licenceOf, withPool } from '../held'
import { usePlanChoice } from '../use-plan-choice'
import { ChangeFrame, type ChangeProps } from './change-frame'
import { NumberField } from './number-field'

/** Units, end, renewal, notice and remote management of a full licence. */
export function ModifyDialog(props: ChangeProps) {
  const { row, holder } = props
  const t = useTranslations('licence.field')
  const choice = usePlanChoice(holder.manager.id).data
  const [units, setUnits] = useState(String(row.units))
  const [endsOn, setEndsOn] = useState(row.endsOn)
  const [autoRenew, setAutoRenew] = useState(row.autoRenew)
  const [renewMonths, setRenewMonths] = useState(String(row.renewMonths))
  const [noticeDays, setNoticeDays] = useState(String(row.noticeDays))
  const [managed, setManaged] = useState(row.managed)
  const typed = {
    units: wholeNumber(units),
    endsOn: endsOn || row.endsOn,
    autoRenew,
    renewMonths: wholeNumber(renewMonths),
    noticeDays: wholeNumber(noticeDays),
    managed,
  }
  const changes = differing(typed, row)
  const licence = licenceOf(row, holder)
  const decision = withPool(choice, licence, modify(licence, changes, row.today), row.today)
  return (
    <ChangeFrame {...props} wanted={{ kind: 'modify', changes }} decision={decision}>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField label={t('units')} value={units} onChange={setUnits} disabled={row.nfr} />
        <Field label={t('endsOn')}>
          <DateInput value={endsOn} disabled={row.awaitingSignIn} onChange={(event) => setEndsOn(event.target.value)} />
        </Field>
        <Checkbox
          label={t('autoRenew')}
          checked={autoRenew}
          onChange={(event) => setAutoRenew(event.target.checked)}
          className="sm:mt-6"
        />
        <NumberField label={t('renewMonths')} value={renewMonths} onChange={setRenewMonths} />
        <NumberField label={t('noticeDays')} value={noticeDays} onChange={setNoticeDays} />
        {row.product.manageable ? (
          <Checkbox
            label={t('managed')}
            checked={managed}
            onChange={(event) => setManaged(event.target.checked)}
            className="sm:mt-6"
          />
        ) : null}
      </div>
    </ChangeFrame>
  )
}

/** Only what differs is asked for: somebody else's change of the rest stands. */
const differing = (typed: Required<Modification>, row: Required<Modification>): Modification =>
  Object.fromEntries(
    (Object.keys(typed) as (keyof Modification)[])
      .filter((key) => typed[key] !== row[key])
      .map((key) => [key, typed[key]]),
  )
