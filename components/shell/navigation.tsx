'use client'

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { GROUPS, type ScreenEntry } from '@/components/screens'
import { cn } from '@/components/ui/cn'
import { menuEntries } from './menu-entries'

type NavigationProps = {
  /** Icons only, their names as tooltips. */
  isNarrow?: boolean
  onNarrow?: () => void
}

/** The menu: what the person may not see is absent. */
export function Navigation({ isNarrow = false, onNarrow }: NavigationProps) {
  const t = useTranslations('screens')
  const tShell = useTranslations('shell')
  const shown = menuEntries(useCan())
  const Toggle = isNarrow ? PanelLeftOpen : PanelLeftClose
  const toggleLabel = isNarrow ? tShell('expand') : tShell('collapse')
  return (
    <>
      <CompanyMark isNarrow={isNarrow} />
      <nav aria-label={t('menu')} className="min-h-0 flex-1 overflow-y-auto px-2 py-3">
        {GROUPS.map((group) => {
          const entries = shown.filter((entry) => entry.group === group)
          if (entries.length === 0) return null
          return (
            <div key={group} className="pb-3">
              {group === 'home' ? null : isNarrow ? (
                <hr className="mx-1.5 mb-3 border-line" />
              ) : (
                <h2 className="px-2.5 pt-1 pb-1.5 font-medium text-ink-3 text-xs">{t(`group.${group}`)}</h2>
              )}
              <ul className="flex flex-col gap-px">
                {entries.map((entry) => (
                  <li key={entry.path}>
                    <NavigationLink entry={entry} isNarrow={isNarrow} />
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      {onNarrow ? (
        <div className="border-line border-t p-2">
          <button
            type="button"
            onClick={onNarrow}
            aria-label={toggleLabel}
            data-tip={isNarrow ? toggleLabel : undefined}
            data-tip-side="right"
            className="flex h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-ink-3 text-sm hover:bg-sunken hover:text-ink"
          >
            <Toggle aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            {isNarrow ? null : <span className="truncate">{toggleLabel}</span>}
          </button>
        </div>
      ) : null}
    </>
  )
}

function NavigationLink({ entry, isNarrow }: { entry: ScreenEntry; isNarrow: boolean }) {
  const t = useTranslations('screens')
  const path = usePathname()
  const isHere = entry.path === '/' ? path === '/' : path === entry.path || path.startsWith(`${entry.path}/`)
  const { icon: Icon } = entry
  return (
    <Link
      href={entry.path}
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
      aria-label={isNarrow ? t(entry.key) : undefined}
      data-tip={isNarrow ? t(entry.key) : undefined}
      data-tip-side="right"
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors duration-100 max-md:h-11 max-md:text-base',
        isHere ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {isNarrow ? null : <span className="truncate">{t(entry.key)}</span>}
    </Link>
  )
}

/** Whose console this is. */
function CompanyMark({ isNarrow }: { isNarrow: boolean }) {
  const t = useTranslations('access')
  const { companyName, kind } = usePerson()
  return (
    <div
      className={cn(
        'flex h-12 shrink-0 items-center gap-2.5 border-line border-b',
        isNarrow ? 'justify-center' : 'px-3.5',
      )}
    >
      <span
        aria-hidden
        data-tip={isNarrow ? companyName : undefined}
        data-tip-side="right"
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md bg-accent font-semibold text-on-accent text-sm uppercase"
      >
        {[...companyName][0]}
      </span>
      {isNarrow ? (
        <span className="sr-only">{companyName}</span>
      ) : (
        <span className="min-w-0 leading-4">
          <span data-tip-cut className="block truncate font-semibold text-sm">
            {companyName}
          </span>
          <span data-tip-cut className="block truncate text-ink-3 text-xs">
            {t(`kind.${kind}`)}
          </span>
        </span>
      )}
    </div>
  )
}
