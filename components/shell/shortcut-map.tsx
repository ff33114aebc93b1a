'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useCan } from '@/components/access/access-provider'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useModKey } from '@/components/ui/mod-key'
import { menuEntries } from './menu-entries'

const EVERYWHERE = [
  { key: 'help', keys: ['?'] },
  { key: 'close', keys: ['Esc'] },
] as const

const IN_LISTS = [
  { key: 'search', keys: ['/'] },
  { key: 'pane', keys: ['f'] },
  { key: 'clear', keys: ['c'] },
  { key: 'move', keys: ['↑', '↓'] },
  { key: 'select', keys: ['x'] },
  { key: 'open', keys: ['⏎'] },
] as const

/** The map of all shortcuts. */
export function ShortcutMap({ onClose }: { onClose: () => void }) {
  const t = useTranslations('shell.shortcuts')
  const tScreens = useTranslations('screens')
  const mod = useModKey()
  const go = menuEntries(useCan()).filter(({ letter }) => letter !== undefined)
  return (
    <Dialog open onOpenChange={onClose} title={t('title')}>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Part title={t('everywhere')}>
            <Line keys={[mod, 'K']} word={t('palette')} />
            {EVERYWHERE.map(({ key, keys }) => (
              <Line key={key} keys={keys} word={t(key)} />
            ))}
          </Part>
          <Part title={t('go')}>
            {go.map(({ path, key, letter = '' }) => (
              <Line key={path} keys={['g', letter]} between={t('then')} word={tScreens(key)} />
            ))}
          </Part>
        </div>
        <Part title={t('lists')}>
          {IN_LISTS.map(({ key, keys }) => (
            <Line key={key} keys={keys} word={t(key)} />
          ))}
        </Part>
      </div>
    </Dialog>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 font-medium text-ink-3 text-xs">{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Line({ keys, between, word }: { keys: readonly string[]; between?: string; word: string }) {
  return (
    <li className="flex min-h-8 items-center justify-between gap-3 border-line border-b text-sm last:border-b-0">
      <span className="min-w-0">{word}</span>
      <span className="flex shrink-0 items-center gap-1 text-ink-3 text-xs">
        {keys.map((key, at) => (
          <span key={key} className="contents">
            {at > 0 && between ? <span>{between}</span> : null}
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </span>
    </li>
  )
}
