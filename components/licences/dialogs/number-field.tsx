'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  disabled?: boolean
  className?: string
}

/** A whole number as it is typed; what it means is `wholeNumber`'s. */
export function NumberField({ label, hint, value, onChange, disabled = false, className }: Props) {
  return (
    <Field label={label} hint={hint} className={className}>
      <Input
        value={value}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}

/** Digits alone, spaces forgiven: `1e3` and `1.5` are no whole number, and no rule accepts NaN. */
export const wholeNumber = (text: string): number => {
  const digits = text.replace(/[\s\u202f\u00a0]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}
