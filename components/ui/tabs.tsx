'use client'

import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export type Tab = { key: string; label: ReactNode; content: ReactNode }

/** Tabs within a page or dialog, without an address. For the parts of a page take TabNav. */
export function Tabs({ label, tabs, initial }: { label: string; tabs: readonly Tab[]; initial?: string }) {
  return (
    <Radix.Root defaultValue={initial ?? tabs[0]?.key ?? ''}>
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-line border-b">
        {tabs.map(({ key, label: word }) => (
          <Radix.Trigger
            key={key}
            value={key}
            className="h-9 whitespace-nowrap border-transparent border-b-2 text-base text-ink-3 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent-text data-[state=active]:font-medium data-[state=active]:text-ink pointer-coarse:h-11"
          >
            {word}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map(({ key, content }) => (
        <Radix.Content key={key} value={key} className="pt-4">
          {content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
