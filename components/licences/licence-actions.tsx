'use client'

import {
  ArrowRightLeft,
  CirclePause,
  CirclePlay,
  Ellipsis,
  History,
  Pencil,
  RefreshCw,
  Sparkles,
  XCircle,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import type { ChangeProps } from './dialogs/change-frame'
import type { Holder } from './held'
import type { Wanted } from './use-licence-change'

const DIALOGS: Record<Wanted['kind'], ComponentType<ChangeProps>> = {
  modify: lazy(() => import('./dialogs/modify-dialog').then((m) => ({ default: m.ModifyDialog }))),
  renew: lazy(() => import('./dialogs/renew-dialog').then((m) => ({ default: m.RenewDialog }))),
  changePlan: lazy(() => import('./dialogs/plan-dialog').then((m) => ({ default: m.ChangePlanDialog }))),
  convert: lazy(() => import('./dialogs/plan-dialog').then((m) => ({ default: m.ConvertDialog }))),
  suspend: lazy(() => import('./dialogs/switch-dialogs').then((m) => ({ default: m.SuspendDialog }))),
  resume: lazy(() => import('./dialogs/switch-dialogs').then((m) => ({ default: m.ResumeDialog }))),
  cancel: lazy(() => import('./dialogs/switch-dialogs').then((m) => ({ default: m.CancelDialog }))),
}
const HistorySheet = lazy(() => import('./history-sheet').then((m) => ({ default: m.HistorySheet })))

const ICONS = {
  renew: RefreshCw,
  modify: Pencil,
  changePlan: ArrowRightLeft,
  convert: Sparkles,
  suspend: CirclePause,
  resume: CirclePlay,
  cancel: XCircle,
} as const

type Props = { row: SubscriptionRow; holder: Holder }

/** What can be done with one licence; what its rules refuse is disabled and says why. */
export function LicenceActions({ row, holder }: Props) {
  const t = useTranslations('licence')
  const refusal = useRefusal()
  const [open, setOpen] = useState<Wanted['kind'] | 'history' | null>(null)
  const { operations } = row
  const close = () => setOpen(null)
  const entry = (kind: Wanted['kind']): MenuEntry[] => {
    if (!operations) return []
    const decision = operations[kind]
    return [
      {
        key: kind,
        label: t(`action.${kind}`),
        icon: ICONS[kind],
        tone: kind === 'cancel' ? 'danger' : undefined,
        reason: decision.ok ? null : refusal.ofCode(decision.code, decision.params),
        onSelect: () => setOpen(kind),
      },
    ]
  }
  const isTrial = row.version === 'trial'
  const isSuspended = row.suspendedEndsOn !== null
  const name = t('actionsOf', { product: row.product.name })
  const Open = open === null || open === 'history' ? null : DIALOGS[open]
  return (
    <>
      <Menu
        label={name}
        trigger={(trigger) => <IconButton {...trigger} icon={Ellipsis} label={name} size="sm" />}
        items={[
          ...(isTrial ? entry('convert') : [...entry('renew'), ...entry('modify'), ...entry('changePlan')]),
          ...(isTrial ? [] : entry(isSuspended ? 'resume' : 'suspend')),
          { key: 'history', label: t('action.history'), icon: History, onSelect: () => setOpen('history') },
          ...(operations ? [{ key: 'line', separator: true as const }, ...entry('cancel')] : []),
        ]}
      />
      <Suspense>
        {Open ? <Open row={row} holder={holder} onClose={close} /> : null}
        {open === 'history' ? <HistorySheet row={row} holder={holder} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
