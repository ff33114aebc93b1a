'use client'

import { Search, X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { CONTROL } from './control'

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
