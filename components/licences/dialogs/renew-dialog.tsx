'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { wholeNumber } from '@/components/forms/whole-number'
import { renew } from '@/server/features/licences/rules'
import { licenceOf, withPool } from '../held'
import { usePlanChoice } from '../use-plan-choice'
import { ChangeFrame, type ChangeProps } from './change-frame'
import { NumberField } from './number-field'

/** A new term of some months: after the old one where it follows, else from today. */
export function RenewDialog(props: ChangeProps) {
  const { row, holder } = props
  const t = useTranslations('licence')
  const choice = usePlanChoice(holder.manager.id).data
  const [typed, setTyped] = useState(String(row.renewMonths))
  const months = wholeNumber(typed)
  const licence = licenceOf(row, holder)
  const decision = withPool(choice, licence, renew(licence, { months }, row.today), row.today)
  const isRestart = decision.ok && decision.value.after.startsOn !== undefined
  return (
    <ChangeFrame
      {...props}
      wanted={{ kind: 'renew', months }}
      decision={decision}
      note={isRestart ? t('renewRestarts') : t('renewFollows')}
    >
      <NumberField label={t('renewFor')} value={typed} onChange={setTyped} className="sm:w-48" />
    </ChangeFrame>
  )
}
