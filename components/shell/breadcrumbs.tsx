'use client'

import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { SCREENS, type ScreenEntry } from '@/components/screens'
import { usePlaceName } from './place'

const ENTRIES: readonly ScreenEntry[] = SCREENS
const matches = (pattern: string, path: string) => new RegExp(`^${pattern.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path)

/** The screens on the way to this one, each a link but the last. A fixed path wins over one with a parameter. */
export function Breadcrumbs() {
  const t = useTranslations('screens')
  const path = usePathname()
  const name = usePlaceName()
  const parts = path === '/' ? [''] : path.split('/')
  const steps = parts.map((_, index) => parts.slice(0, index + 1).join('/') || '/')
  const trail = steps.flatMap((step) => {
    const screen = ENTRIES.find((entry) => entry.path === step) ?? ENTRIES.find((entry) => matches(entry.path, step))
    return screen ? [{ step, key: screen.key }] : []
  })
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-ink-2 text-sm">
        {trail.map(({ step, key }, index) => (
          <li key={step} className="flex min-w-0 items-center gap-1.5 max-sm:not-last:hidden">
            {index > 0 ? (
              <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 max-sm:hidden" strokeWidth={1.75} />
            ) : null}
            {index === trail.length - 1 ? (
              <span aria-current="page" className="truncate font-medium text-ink">
                {name ?? t(key)}
              </span>
            ) : (
              <Link prefetch={false} href={step} className="truncate hover:text-ink hover:underline">
                {t(key)}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
