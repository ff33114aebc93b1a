'use client'

import type { ComponentProps } from 'react'
import { cn } from './cn'
import { CONTROL } from './control'
import { useFieldWiring } from './field-wiring'

/** A line of text. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...useFieldWiring()} {...props} className={cn(CONTROL, className)} />
}

/** Several lines; grows with what is typed. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldWiring()}
      rows={rows}
      {...props}
      className={cn(CONTROL, 'field-sizing-content h-auto max-h-80 min-h-20 py-2', className)}
    />
  )
}

/** A day, chosen in the browser's own calendar. The value is `YYYY-MM-DD`, or an empty string. */
export function DateInput({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...useFieldWiring()} {...props} type="date" className={cn(CONTROL, className)} />
}
