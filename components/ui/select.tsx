'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { CONTROL } from './control'
import { useFieldWiring } from './field-wiring'

export type Option = { value: string; label: string; disabled?: boolean }

type SelectProps = Omit<ComponentProps<'select'>, 'size'> & {
  /** Options, or children for groups. */
  options?: readonly Option[]
  /** The first, empty choice. */
  placeholder?: string | undefined
  size?: 'sm' | 'md'
}

/** One of a few. The browser's own list: right on a phone, on the keyboard and for readers. For many options take Combobox. */
export function Select({ options, placeholder, size = 'md', className, children, ...props }: SelectProps) {
  return (
    <div className={cn('relative min-w-0', className)}>
      <select
        {...useFieldWiring()}
        {...props}
        className={cn(CONTROL, 'appearance-none truncate pr-8', size === 'sm' && 'h-8 text-sm pointer-coarse:h-10')}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options?.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
        strokeWidth={1.75}
      />
    </div>
  )
}
