'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { DateInput } from '@/components/ui/input'
import { cancel, resume, suspend } from '@/server/features/licences/switch-rules'
import { licenceOf, withPool } from '../held'
import { usePlanChoice } from '../use-plan-choice'
import { ChangeFrame, type ChangeProps } from './change-frame'

/** Ends the term now or on a chosen day and stops its renewal, until it is resumed. */
export function SuspendDialog(props: ChangeProps) {
  const { row, holder } = props
  const t = useTranslations('licence')
  const [typed, setTyped] = useState(row.today)
  const endsOn = typed || row.today
  const decision = suspend(licenceOf(row, holder), { endsOn }, row.today)
  return (
    <ChangeFrame {...props} wanted={{ kind: 'suspend', endsOn }} decision={decision} note={t('suspendNote')}>
      <Field label={t('suspendOn')} hint={t('suspendOnHint')} className="sm:w-56">
        <DateInput value={typed} min={row.today} max={row.endsOn} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </ChangeFrame>
  )
}

/** Takes a suspension back. */
export function ResumeDialog(props: ChangeProps) {
  const { row, holder } = props
  const choice = usePlanChoice(holder.manager.id).data
  const licence = licenceOf(row, holder)
  const decision = withPool(choice, licence, resume(licence, row.today), row.today)
  return <ChangeFrame {...props} wanted={{ kind: 'resume' }} decision={decision} />
}

/** Cancels at once and for ever. */
export function CancelDialog(props: ChangeProps) {
  const { row, holder } = props
  const t = useTranslations('licence')
  const decision = cancel(licenceOf(row, holder), row.today)
  return <ChangeFrame {...props} wanted={{ kind: 'cancel' }} decision={decision} note={t('cancelNote')} />
}
