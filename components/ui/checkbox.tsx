'use client'

import { type ComponentProps, type ReactNode, useCallback, useId } from 'react'
import { cn } from './cn'
import { useFieldWiring } from './field-wiring'

type TickProps = Omit<ComponentProps<'input'>, 'type'> & { indeterminate?: boolean }

/** The box alone: for tables and lists, where something else is the label. */
export function Tick({ indeterminate = false, className, ...props }: TickProps) {
  const setMixed = useCallback(
    (box: HTMLInputElement | null) => {
      if (box) box.indeterminate = indeterminate
    },
    [indeterminate],
  )
  return <input {...props} ref={props.ref ?? setMixed} type="checkbox" className={cn('tick', className)} />
}

type LabelledProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode }

/** A tick box with its words. */
export function Checkbox({ label, hint, className, ...props }: LabelledProps) {
  const own = useId()
  const wiring = { id: own, ...useFieldWiring(), ...props }
  return (
    <Labelled id={wiring.id} label={label} hint={hint} className={className}>
      <input {...wiring} type="checkbox" className={'tick mt-0.5'} />
    </Labelled>
  )
}

// HTML gives a checkbox with this role its checked state by itself; the attribute would be a second truth.
const AS_SWITCH = { role: 'switch' } as const

/** On or off, at once. */
export function Switch({ label, hint, className, ...props }: LabelledProps) {
  const own = useId()
  const wiring = { id: own, ...useFieldWiring(), ...props }
  return (
    <Labelled id={wiring.id} label={label} hint={hint} className={className}>
      <input
        {...wiring}
        {...AS_SWITCH}
        type="checkbox"
        className="relative h-5 w-9 shrink-0 appearance-none rounded-full border border-line-strong bg-sunken transition-colors duration-100 before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-ink-3 before:transition-transform before:duration-100 checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-50"
      />
    </Labelled>
  )
}

type FrameProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  className?: string | undefined
  children: ReactNode
}

/** A choice and its words, in one target. */
export function Labelled({ id, label, hint, className, children }: FrameProps) {
  return (
    <label
      htmlFor={id}
      className={cn('flex min-h-6 items-start gap-2 text-base text-ink pointer-coarse:py-2', className)}
    >
      {children}
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-ink-3 text-xs">{hint}</span> : null}
      </span>
    </label>
  )
}
