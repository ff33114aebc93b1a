'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { useFieldWiring } from '@/components/ui/field'
import { CONTROL } from '@/components/ui/input'

type Props = {
  values: readonly string[]
  onChange: (values: string[]) => void
  /** Gives the text back as it will be kept, or null when it cannot be one of them. */
  accept: (text: string) => string | null
  max: number
  type?: 'email' | 'text'
  /** The control to which a form gives focus when something is wrong. */
  inputRef?: (element: HTMLInputElement | null) => void
}

const SEPARATORS = /[,;\n\t]+/

/** Several short texts (tags, addresses) in one control. Enter, comma or leaving adds what was typed; Backspace takes the last away. */
export function ListInput({ values, onChange, accept, max, type = 'text', inputRef }: Props) {
  const t = useTranslations('companies')
  const wiring = useFieldWiring()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)

  /** Adds every part that is accepted and leaves the rest in the box. */
  const add = (text: string): void => {
    const parts = text
      .split(SEPARATORS)
      .map((part) => part.trim())
      .filter(Boolean)
    const kept = parts.map((part) => ({ part, value: accept(part) }))
    const good = kept.flatMap(({ value }) => (value === null ? [] : [value]))
    const bad = kept.flatMap(({ part, value }) => (value === null ? [part] : []))
    const next = [...new Set([...values, ...good])].slice(0, max)
    if (next.length !== values.length) onChange(next)
    setTyped(bad.join(', '))
    setRefused(bad[0] ?? null)
  }

  const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    }
    if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1))
  }

  const paste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text')
    if (!SEPARATORS.test(text)) return
    event.preventDefault()
    add(`${typed}${text}`)
  }

  return (
    <>
      <div className={`${CONTROL} flex h-auto min-h-9 flex-wrap items-center gap-1 py-1 pointer-coarse:min-h-11`}>
        {values.map((value) => (
          <span
            key={value}
            className="inline-flex max-w-full items-center gap-0.5 rounded-sm bg-neutral-soft py-0.5 pr-0.5 pl-1.5 text-neutral-text text-sm"
          >
            <span className="truncate">{value}</span>
            <button
              type="button"
              aria-label={t('removeEntry', { value })}
              onClick={() => onChange(values.filter((other) => other !== value))}
              className="inline-flex size-5 items-center justify-center rounded-sm hover:bg-line pointer-coarse:size-8"
            >
              <X aria-hidden className="size-3" />
            </button>
          </span>
        ))}
        <input
          {...wiring}
          ref={inputRef}
          type="text"
          inputMode={type === 'email' ? 'email' : 'text'}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          disabled={values.length >= max}
          onChange={(event) => {
            setTyped(event.target.value)
            setRefused(null)
          }}
          onKeyDown={keyDown}
          onPaste={paste}
          onBlur={() => typed.trim() !== '' && add(typed)}
          className="h-7 min-w-32 flex-1 border-0 bg-transparent p-0 text-base outline-none"
        />
      </div>
      <p aria-live="polite" className="text-danger-text text-xs empty:hidden">
        {refused === null ? null : t('notAnEntry', { value: refused })}
      </p>
    </>
  )
}
