import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type TabLink = { key: string; label: ReactNode; href: string; count?: ReactNode }

/** Tabs that are addresses: for the parts of a page. */
export function TabNav({ label, tabs, current }: { label: string; tabs: readonly TabLink[]; current: string }) {
  return (
    <nav aria-label={label} className="relative -mb-3 overflow-x-auto [scrollbar-width:none]" data-print="hide">
      <ul className="flex w-max gap-1">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link
              prefetch={false}
              href={tab.href}
              aria-current={tab.key === current ? 'page' : undefined}
              className={cn(
                'flex h-9 items-center gap-1.5 whitespace-nowrap border-b-2 px-3 text-base focus-visible:-outline-offset-2 pointer-coarse:h-11',
                tab.key === current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-ink-2 hover:border-line-strong hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : <span className="text-ink-3 text-xs tabular-nums">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
