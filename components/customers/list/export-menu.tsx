'use client'

import { ChevronDown, Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { download } from '@/components/table/download'
import { Button } from '@/components/ui/button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { CustomersFileInput } from '@/server/features/customers/export'
import type { CustomerFileColumn } from '@/server/features/customers/export-columns'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'

type Props = {
  /** What is selected, and how many that is (null: not known yet); null when nothing is. */
  selected: { selection: CustomerSelectionInput; count: number | null } | null
  /** Everything that matches the filter, and how many that is. */
  displayed: { selection: CustomerSelectionInput; count: number | null }
  order: Pick<CustomersFileInput, 'sort' | 'descending'>
  columns: CustomerFileColumn[]
}

/** Saves what is selected or everything displayed as CSV, with the columns in view or all of them. */
export function ExportMenu({ selected, displayed, order, columns }: Props) {
  const t = useTranslations('customers.export')
  const format = useFormatter()
  const save = (input: CustomersFileInput) => {
    download('customers', { ...order, ...input } satisfies CustomersFileInput)
    toast(t('started'))
  }
  const entries = (key: 'selected' | 'displayed', { selection, count }: Props['displayed']): MenuEntry[] => [
    { key: `${key}-heading`, heading: count === null ? t(key) : t(`${key}Count`, { count: format.number(count) }) },
    { key: `${key}-view`, label: t('columnsInView'), onSelect: () => save({ selection, columns }) },
    { key: `${key}-all`, label: t('columnsAll'), onSelect: () => save({ selection }) },
  ]
  return (
    <Menu
      label={t('title')}
      items={[
        ...(selected ? [...entries('selected', selected), { key: 'between', separator: true as const }] : []),
        ...entries('displayed', displayed),
      ]}
      trigger={(trigger) => (
        <Button {...trigger} variant="ghost" icon={Download} reason={displayed.count === 0 ? t('nothing') : null}>
          {t('title')}
          <ChevronDown aria-hidden className="-mr-1 size-3.5 shrink-0" strokeWidth={1.75} />
        </Button>
      )}
    />
  )
}
