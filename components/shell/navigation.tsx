'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { GROUPS, SCREENS, type ScreenEntry } from '@/components/screens'

const ENTRIES: readonly ScreenEntry[] = SCREENS

/** The menu: what the person may not see is absent. */
export function Navigation() {
  const t = useTranslations('screens')
  const tAccess = useTranslations('access')
  const may = useCan()
  const path = usePathname()
  const { companyName, kind } = usePerson()
  const shown = ENTRIES.filter(({ privilege, isHidden }) => !isHidden && may(privilege))
  const current = (entry: ScreenEntry) =>
    entry.path === '/' ? path === '/' : path === entry.path || path.startsWith(`${entry.path}/`)
  return (
    <>
      <div className="flex h-12 shrink-0 flex-col justify-center border-line border-b px-4">
        <span className="truncate font-semibold text-base">{companyName}</span>
        <span className="truncate text-ink-3 text-xs">{tAccess(`kind.${kind}`)}</span>
      </div>
      <nav aria-label={t('menu')} className="flex-1 overflow-y-auto px-2 py-3">
        {GROUPS.map((group) => {
          const entries = shown.filter((entry) => entry.group === group)
          if (entries.length === 0) return null
          return (
            <div key={group} className="pb-3">
              {group === 'home' ? null : (
                <h2 className="px-2 pt-1 pb-1 font-medium text-ink-3 text-xs">{t(`group.${group}`)}</h2>
              )}
              <ul>
                {entries.map((entry) => (
                  <li key={entry.path}>
                    <Link
                      href={entry.path}
                      aria-current={current(entry) ? 'page' : undefined}
                      className="flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent-text"
                    >
                      <entry.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                      <span className="truncate">{t(entry.key)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
    </>
  )
}
