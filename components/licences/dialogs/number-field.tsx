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

/** A whole number as it is typed; what it means is `wholeNumber`'s (components/forms/whole-number.ts). */
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
