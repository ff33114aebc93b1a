'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { Labelled } from './checkbox'
import { cn } from './cn'
import { FieldError } from './field'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  legend: ReactNode
  options: readonly RadioOption[]
  /** `register('…')` of a form, or `name` and `onChange` by hand. */
  input: Omit<ComponentProps<'input'>, 'type' | 'value' | 'id'>
  /** Only by hand: the chosen value. */
  value?: string
  error?: string | undefined
  /** Each option in a frame of its own, beside each other. */
  cards?: boolean
}

/** One of a few, all in view. */
export function RadioGroup({ legend, options, input, value, error, cards = false }: RadioGroupProps) {
  const id = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium text-ink text-sm">{legend}</legend>
      <div className={cards ? 'grid gap-2 sm:grid-cols-2' : 'flex flex-col gap-1.5'}>
        {options.map((option) => (
          <Labelled
            key={option.value}
            id={`${id}-${option.value}`}
            label={option.label}
            hint={option.hint}
            className={cn(
              cards &&
                'rounded-md border border-line bg-surface p-3 hover:bg-sunken has-checked:border-accent-text has-checked:bg-accent-soft',
            )}
          >
            <input
              {...input}
              id={`${id}-${option.value}`}
              type="radio"
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined ? {} : { checked: value === option.value })}
              className="dot mt-0.5"
            />
          </Labelled>
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}
