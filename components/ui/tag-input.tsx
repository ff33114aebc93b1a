'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { useFieldWiring } from './field-wiring'

type TagInputProps = {
  tags: readonly string[]
  onTagsChange: (tags: string[]) => void
  /** Offered while typing. */
  suggestions?: readonly string[]
  lengthMax?: number
  /** What to type, when it is no tag. */
  placeholder?: string | undefined
  disabled?: boolean
}

/** Short words, each added by Enter or a comma, taken away by its cross or Backspace. */
export function TagInput({
  tags,
  onTagsChange,
  suggestions = [],
  lengthMax = 40,
  placeholder,
  disabled,
}: TagInputProps) {
  const t = useTranslations('common')
  const wiring = useFieldWiring()
  const [typed, setTyped] = useState('')
  const list = wiring.id ? `${wiring.id}-tags` : undefined
  const add = (text: string) => {
    const added = text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
    setTyped('')
    if (added.length > 0) onTagsChange([...new Set([...tags, ...added])])
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      add(typed)
    } else if (event.key === 'Backspace' && typed === '') onTagsChange(tags.slice(0, -1))
  }
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface px-1.5 py-1 focus-within:border-accent-text focus-within:outline-1 focus-within:outline-accent-text">
      {tags.map((tag) => (
        <span key={tag} className="inline-flex h-6 min-w-0 items-center rounded-sm bg-neutral-soft pl-1.5 text-sm">
          <span className="truncate">{tag}</span>
          <button
            type="button"
            disabled={disabled}
            aria-label={t('tagRemove', { tag })}
            onClick={() => onTagsChange(tags.filter((each) => each !== tag))}
            className="inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" strokeWidth={1.75} />
          </button>
        </span>
      ))}
      <input
        {...wiring}
        list={list}
        value={typed}
        disabled={disabled}
        maxLength={lengthMax}
        placeholder={placeholder ?? t('tagAdd')}
        {...(wiring.id ? {} : { 'aria-label': t('tagAdd') })}
        onChange={(event) =>
          event.target.value.includes(',') ? add(event.target.value) : setTyped(event.target.value)
        }
        onKeyDown={onKeyDown}
        onBlur={() => add(typed)}
        className="h-6 min-w-24 flex-1 bg-transparent px-1 text-sm outline-none"
      />
      {list ? (
        <datalist id={list}>
          {suggestions
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      ) : null}
    </div>
  )
}
