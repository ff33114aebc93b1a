'use client'

import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { FieldContext } from './field-wiring'

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** A sentence: what is wrong and what to do. */
  error?: string | undefined
  required?: boolean | undefined
  /** Words after the label, such as "optional". */
  note?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** Label, control, hint, error in words; the control inside is wired by itself: `<Field label={…} error={…}><Input {...register('name')} /></Field>`. */
export function Field({ label, hint, error, required = false, note, className, children }: FieldProps) {
  const id = useId()
  const describedBy = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
          {required ? (
            <span aria-hidden className="text-danger-text">
              {' *'}
            </span>
          ) : null}
        </label>
        {note ? <span className="text-ink-3 text-xs">{note}</span> : null}
      </div>
      <FieldContext value={{ id, describedBy, isInvalid: Boolean(error), isRequired: required }}>
        {children}
      </FieldContext>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1 text-danger-text text-xs">
      <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" strokeWidth={2} />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

/** Fields of one thought under one heading: a fieldset. */
export function FieldGroup({
  legend,
  hint,
  children,
  className,
}: {
  legend: ReactNode
  hint?: ReactNode
  children: ReactNode
  className?: string
}) {
  return (
    <fieldset className={cn('min-w-0', className)}>
      <legend className="font-semibold text-base text-ink">{legend}</legend>
      {hint ? <p className="mt-0.5 text-ink-3 text-sm">{hint}</p> : null}
      <div className="mt-3 grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}
