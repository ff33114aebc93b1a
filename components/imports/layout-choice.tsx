'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ImportView } from '@/server/features/imports/queries'
import { ENCODINGS, type Encoding, SEPARATORS, type Separator } from '@/server/features/imports/read/formats'

type Layout = NonNullable<ImportView['layout']>

const ENCODING_KEY = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  'windows-1252': 'windows1252',
} as const satisfies Record<Encoding, string>
const SEPARATOR_KEY = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const satisfies Record<Separator, string>

type Props = { layout: Layout; sheets: readonly string[]; onLayout: (layout: Layout) => void }

/** What was found out about the file, to be put right by hand. */
export function LayoutChoice({ layout, sheets, onLayout }: Props) {
  const t = useTranslations('imports')
  if (layout.format === 'xlsx') {
    return (
      <Field label={t('mapping.sheet')} className="max-w-sm">
        <Select
          value={String(layout.sheet)}
          onChange={(event) => onLayout({ format: 'xlsx', sheet: Number(event.target.value) })}
          options={sheets.map((name, i) => ({ value: String(i), label: name }))}
        />
      </Field>
    )
  }
  const change = (next: Partial<{ encoding: Encoding; separator: Separator }>) => onLayout({ ...layout, ...next })
  return (
    <div className="grid max-w-xl gap-4 sm:grid-cols-2">
      <Field label={t('mapping.separator')}>
        <Select
          value={layout.separator}
          onChange={(event) => change({ separator: SEPARATORS.find((known) => known === event.target.value) ?? ',' })}
          options={SEPARATORS.map((value) => ({ value, label: t(`separatorName.${SEPARATOR_KEY[value]}`) }))}
        />
      </Field>
      <Field label={t('mapping.encoding')}>
        <Select
          value={layout.encoding}
          onChange={(event) => change({ encoding: ENCODINGS.find((known) => known === event.target.value) ?? 'utf-8' })}
          options={ENCODINGS.map((value) => ({ value, label: t(`encodingName.${ENCODING_KEY[value]}`) }))}
        />
      </Field>
    </div>
  )
}
