'use client'

import { FileUp } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import { cn } from './cn'
import { FieldError } from './field'

type FileDropProps = {
  /** As of an `<input type=file>`: ".csv,.xlsx". */
  accept: string
  file: File | null
  onFile: (file: File) => void
  hint?: ReactNode
  error?: string | undefined
  disabled?: boolean
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in words of the reader's language. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
    return format.number(bytes / 1000 ** power, {
      style: 'unit',
      unit: UNITS[power],
      unitDisplay: 'short',
      maximumFractionDigits: power > 1 ? 1 : 0,
    })
  }
}

/** A file, dropped or chosen. */
export function FileDrop({ accept, file, onFile, hint, error, disabled = false }: FileDropProps) {
  const t = useTranslations('common')
  const size = useFileSize()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped && !disabled) onFile(dropped)
  }
  return (
    <div className="flex flex-col gap-1">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'flex flex-col items-center gap-1 rounded-md border border-line-strong border-dashed bg-surface px-4 py-8 text-center transition-colors duration-100 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent-text',
          isOver && 'border-accent-text bg-accent-soft',
        )}
      >
        <FileUp aria-hidden className="mb-1 size-5 text-ink-3" strokeWidth={1.75} />
        <span className="max-w-full truncate font-medium text-base">
          {file ? t('fileChosen', { name: file.name, size: size(file.size) }) : t('dropFile')}
        </span>
        <span className="text-accent-text text-sm">{file ? t('fileOther') : t('chooseFile')}</span>
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={cn(error && `${id}-error`, hint && `${id}-hint`) || undefined}
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0]
            if (chosen) onFile(chosen)
            event.target.value = ''
          }}
        />
      </label>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-3 text-xs">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
