'use client'

import { ChevronUp, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { pageTick, selectedCount } from './selection'
import { type BulkAction, NOTHING } from './types'
import type { Picking } from './use-picking'

type BulkBarProps = {
  picking: Picking
  count?: number | null | undefined
  actions: readonly BulkAction[]
  canSelectMatching?: boolean | undefined
  hasOtherPages: boolean
}

const IN_VIEW = 4

/** Takes the foot's place while something is selected: how many, what can be done, and why something cannot. */
export function BulkBar({ picking, count, actions, canSelectMatching, hasOtherPages }: BulkBarProps) {
  const t = useTranslations('table')
  const format = useFormatter()
  const { selection, ids, onChange } = picking
  const selected = selectedCount(selection, count)
  const inWords =
    selected === null
      ? t('selectedMatching')
      : selected === count && selected > 1
        ? t('selectedAll', { count: selected })
        : count === null || count === undefined
          ? t('selected', { count: selected })
          : t('selectedOf', { selected, count: format.number(count) })
  const offersAll = canSelectMatching && selection.kind === 'ids' && hasOtherPages && pageTick(selection, ids) === 'all'
  const [inView, behind] = [actions.slice(0, IN_VIEW), actions.slice(IN_VIEW)]
  const asEntry = ({ key, label, icon, tone, reason, onRun }: BulkAction): MenuEntry => ({
    key,
    label,
    icon,
    tone,
    reason,
    onSelect: onRun,
  })
  return (
    <section aria-label={t('bulk')} className="flex min-w-0 flex-1 animate-rise items-center gap-2 text-sm">
      <p aria-live="polite" className="min-w-0 truncate font-medium tabular-nums">
        <span className="max-sm:hidden">{inWords}</span>
        <span className="sm:hidden">{selected === null ? t('allShort') : format.number(selected)}</span>
      </p>
      {offersAll ? (
        <Button size="sm" variant="link" onClick={() => onChange({ kind: 'matching', except: [] })}>
          {t('selectMatching')}
        </Button>
      ) : null}
      <div className="ml-auto flex items-center gap-1">
        <span className="hidden gap-1 md:flex">
          {inView.map(({ key, label, icon, tone, reason, onRun }) => (
            <Button
              key={key}
              size="sm"
              variant="secondary"
              icon={icon}
              reason={reason}
              onClick={onRun}
              className={tone === 'danger' && !reason ? 'text-danger-text' : undefined}
            >
              {label}
            </Button>
          ))}
        </span>
        {behind.length > 0 ? (
          <Menu
            side="top"
            label={t('bulkMore')}
            className="relative hidden md:inline-flex"
            items={behind.map(asEntry)}
            trigger={(trigger) => (
              <Button {...trigger} size="sm" icon={ChevronUp}>
                {t('bulkMore')}
              </Button>
            )}
          />
        ) : null}
        {actions.length > 0 ? (
          <Menu
            side="top"
            label={t('bulk')}
            className="relative inline-flex md:hidden"
            items={actions.map(asEntry)}
            trigger={(trigger) => (
              <Button {...trigger} size="sm" icon={ChevronUp}>
                {t('bulk')}
              </Button>
            )}
          />
        ) : null}
        <IconButton size="sm" icon={X} label={t('selectNone')} onClick={() => onChange(NOTHING)} />
      </div>
    </section>
  )
}
