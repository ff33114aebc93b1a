'use client'

import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { cn } from './cn'
import { CONTROL } from './control'
import { useFieldWiring } from './field-wiring'
import { PopoverContent } from './popover-content'

export type ComboboxOption = { value: string; label: string; hint?: string }

type ComboboxProps = {
  value: ComboboxOption | null
  onValueChange: (option: ComboboxOption | null) => void
  /** Finds options for what is typed (also for nothing). Aborted when more is typed. */
  search: (text: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>
  placeholder?: string | undefined
  size?: 'sm' | 'md'
  disabled?: boolean
  className?: string
}

const TYPING_PAUSE_MS = 150

/** One of many, found by typing. */
export function Combobox({
  value,
  onValueChange,
  search,
  placeholder,
  size = 'md',
  disabled,
  className,
}: ComboboxProps) {
  const t = useTranslations('common')
  const wiring = useFieldWiring()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const found = useFound(isOpen, text ?? '', search)
  const options = found.options ?? []
  const close = () => {
    setOpen(false)
    setText(null)
  }
  const choose = (option: ComboboxOption | null) => {
    onValueChange(option)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) event.stopPropagation()
    const option = options[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + by + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Enter' && isOpen && option) {
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' || event.key === 'Tab') close()
  }
  return (
    <div className={cn('relative', className)}>
      <input
        {...wiring}
        ref={input}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        disabled={disabled}
        placeholder={placeholder}
        value={text ?? value?.label ?? ''}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        className={cn(CONTROL, 'truncate pr-8', size === 'sm' && 'h-8 text-sm pointer-coarse:h-10')}
      />
      {value && !disabled ? (
        <button
          type="button"
          aria-label={t('clear')}
          onClick={() => choose(null)}
          className="absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : (
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-3"
          strokeWidth={1.75}
        />
      )}
      {isOpen ? (
        <PopoverContent
          label={placeholder ?? t('options')}
          align="start"
          isOpen
          onOpenChange={(open) => (open ? setOpen(true) : close())}
          anchor={input}
          keepsFocus
          className="w-(--radix-popover-trigger-width) p-1"
        >
          <Options
            id={list}
            found={found}
            active={active}
            chosen={value?.value}
            label={placeholder ?? t('options')}
            onChoose={choose}
          />
        </PopoverContent>
      ) : null}
    </div>
  )
}

type OptionsProps = {
  id: string
  found: Found
  active: number
  chosen: string | undefined
  label: string
  onChoose: (option: ComboboxOption) => void
}

function Options({ id, found, active, chosen, label, onChoose }: OptionsProps) {
  const t = useTranslations('common')
  return (
    <>
      <div id={id} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto">
        {(found.options ?? []).map((option, at) => (
          <div
            key={option.value}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === chosen}
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(option)
            }}
            className={cn(
              'cursor-pointer rounded-sm px-2 py-1.5 text-sm hover:bg-sunken',
              at === active && 'bg-raised-hover',
              option.value === chosen && 'font-medium',
            )}
          >
            <span className="block truncate">{option.label}</span>
            {option.hint ? <span className="block truncate text-ink-3 text-xs">{option.hint}</span> : null}
          </div>
        ))}
      </div>
      {found.options === null || found.options.length === 0 ? (
        <p role="status" className="px-2 py-1.5 text-ink-3 text-sm">
          {found.hasFailed ? t('searchFailed') : found.options === null ? t('searching') : t('nothingFound')}
        </p>
      ) : null}
    </>
  )
}

type Found = { options: readonly ComboboxOption[] | null; hasFailed: boolean }

/** Asks after a pause in typing, and drops answers that come too late. */
function useFound(isOpen: boolean, text: string, search: ComboboxProps['search']): Found {
  const [found, setFound] = useState<Found>({ options: null, hasFailed: false })
  const ask = useEffectEvent(async (typed: string, signal: AbortSignal) => {
    try {
      const options = await search(typed, signal)
      if (!signal.aborted) setFound({ options, hasFailed: false })
    } catch {
      if (!signal.aborted) setFound({ options: null, hasFailed: true })
    }
  })
  useEffect(() => {
    if (!isOpen) return
    const abort = new AbortController()
    const timer = setTimeout(() => void ask(text, abort.signal), text ? TYPING_PAUSE_MS : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [isOpen, text])
  return found
}
