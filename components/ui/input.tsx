'use client'

import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { useFieldWiring } from './field-wiring'

export const CONTROL =
  'control rounded-md border border-line-strong bg-surface px-2.5 text-ink transition-colors duration-100 hover:border-ink-3 focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-accent-text focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken aria-invalid:border-danger-text aria-invalid:focus-visible:outline-danger-text'

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

type SearchInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  label: string
  clearLabel: string
  value: string
  onValueChange: (value: string) => void
}

/** A search box with a way to empty it. */
export function SearchInput({ label, clearLabel, value, onValueChange, className, ...props }: SearchInputProps) {
  return (
    <div className={cn('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
        strokeWidth={1.75}
      />
      <input
        {...props}
        type="search"
        aria-label={label}
        placeholder={props.placeholder ?? label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className={cn(CONTROL, 'h-8 pr-8 pl-8 text-sm pointer-coarse:h-10 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value ? (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={() => onValueChange('')}
          className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </div>
  )
}
