'use client'

import { ChevronDown, Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { isNothing } from '@/components/table/selection'
import { Button } from '@/components/ui/button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { KeysFileInput } from '@/server/features/keys/export'
import { KEYS_MAX } from '@/server/features/keys/rules'
import type { KeySelectionInput } from '@/server/features/keys/schema'
import { save } from './save'
import type { KeyList } from './use-key-list'

type Part = { selection: KeySelectionInput; count: number | null }

/** Saves what is selected or everything displayed as CSV: masked, or in clear for those who may hand keys out. */
export function ExportMenu({ list }: { list: KeyList }) {
  const t = useTranslations('keys.export')
  const format = useFormatter()
  const can = useCan()
  const start = (kind: 'keys' | 'keys-in-clear', input: KeysFileInput) => {
    save(kind, { ...input, oldestFirst: list.oldestFirst })
    toast(t('started'))
  }
  const entries = (key: 'selected' | 'displayed', { selection, count }: Part): MenuEntry[] => [
    { key: `${key}-heading`, heading: count === null ? t(key) : t(`${key}Count`, { count: format.number(count) }) },
    { key: `${key}-masked`, label: t('masked'), onSelect: () => start('keys', { selection }) },
    ...(can('key.create') && (count ?? 0) <= KEYS_MAX
      ? [{ key: `${key}-clear`, label: t('clear'), onSelect: () => start('keys-in-clear', { selection }) }]
      : []),
  ]
  const { selection, picked, pickedCount, everything, count } = list
  return (
    <Menu
      label={t('title')}
      items={[
        ...(isNothing(selection, count)
          ? []
          : [
              ...entries('selected', { selection: picked, count: pickedCount }),
              { key: 'between', separator: true as const },
            ]),
        ...entries('displayed', { selection: everything, count: count ?? null }),
      ]}
      trigger={(trigger) => (
        <Button {...trigger} variant="ghost" icon={Download} reason={count === 0 ? t('nothing') : null}>
          {t('title')}
          <ChevronDown aria-hidden className="-mr-1 size-3.5 shrink-0" strokeWidth={1.75} />
        </Button>
      )}
    />
  )
}
