'use client'

import { CircleCheck, CirclePause, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import type { MenuEntry } from '@/components/ui/menu'
import { mayBecome } from '@/server/features/companies/rules'
import type { PartnerStatus } from '@/server/features/partners/options'
import type { PartnerRecord } from '@/server/features/partners/queries'
import { StatusDialog } from './status-dialog'

const ICONS = { active: CircleCheck, suspended: CirclePause, cancelled: CircleX } as const

/** What a partner's status can become, for its menu, and the question that comes first. */
export function useStatusEntries(partner: PartnerRecord): { entries: MenuEntry[]; dialog: ReactNode } {
  const t = useTranslations('partners.status')
  const can = useCan()
  const refusal = useRefusal()
  const [asked, setAsked] = useState<PartnerStatus | null>(null)
  const wanted: PartnerStatus[] = [partner.status === 'suspended' ? 'active' : 'suspended', 'cancelled']
  const entries = wanted.map((to): MenuEntry => {
    const decision = mayBecome(partner, to)
    return {
      key: to,
      label: t(`${to}.action`),
      icon: ICONS[to],
      reason: decision.ok ? null : refusal.ofCode(decision.code, decision.params),
      onSelect: () => setAsked(to),
      ...(to === 'cancelled' ? { tone: 'danger' as const } : {}),
    }
  })
  return {
    entries: can('partner.update') ? entries : [],
    dialog: asked ? <StatusDialog partner={partner} to={asked} onClose={() => setAsked(null)} /> : null,
  }
}
