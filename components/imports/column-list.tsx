'use client'

import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Select } from '@/components/ui/select'
import { IMPORT_FIELD_KEYS, IMPORT_FIELDS, type ImportField, isImportField } from '@/server/features/imports/fields'

const SAMPLES = 3

type Props = {
  headings: readonly string[]
  rows: readonly { cells: readonly string[] }[]
  columns: readonly (ImportField | null)[]
  onColumns: (columns: (ImportField | null)[]) => void
}

/** Each column of the file with its first values and what it stands for. A field taken by one column leaves the other. */
export function ColumnList({ headings, rows, columns, onColumns }: Props) {
  const t = useTranslations('imports')
  const options = IMPORT_FIELD_KEYS.map((key) => ({
    value: key,
    label: IMPORT_FIELDS[key].required ? `${t(`field.${key}`)} *` : t(`field.${key}`),
  }))
  const choose = (column: number, field: ImportField | null) =>
    onColumns(
      headings.map((_, i) =>
        i === column ? field : field !== null && columns[i] === field ? null : (columns[i] ?? null),
      ),
    )
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      <li
        aria-hidden
        className="hidden gap-4 px-3 py-2 text-ink-3 text-xs md:grid md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_15rem]"
      >
        <span>{t('mapping.heading')}</span>
        <span>{t('mapping.samples')}</span>
        <span>{t('mapping.standsFor')}</span>
      </li>
      {headings.map((heading, column) => {
        const name = heading === '' ? t('mapping.noHeading', { number: column + 1 }) : heading
        const field = columns[column] ?? null
        const samples = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((sample) => sample !== '')
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading; their place is what they are
            key={column}
            className="grid items-center gap-x-4 gap-y-1 px-3 py-2 md:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_15rem]"
          >
            <span className={cn('truncate font-medium text-base', !field && 'text-ink-3')} data-tip-cut>
              {name}
            </span>
            <span className="truncate text-ink-2 text-sm" data-tip-cut>
              {samples.length === 0 ? t('mapping.emptyColumn') : samples.slice(0, SAMPLES).join(' · ')}
            </span>
            <Select
              size="sm"
              aria-label={`${t('mapping.standsFor')}: ${name}`}
              value={field ?? ''}
              placeholder={t('mapping.leaveOut')}
              options={options}
              onChange={(event) => choose(column, isImportField(event.target.value) ? event.target.value : null)}
            />
          </li>
        )
      })}
    </ul>
  )
}
