import type { Privilege } from '@/server/access/privileges'

/** The tabs of a partner's page, in order; the first one is shown unless the address says otherwise (`?tab=accounts`). */
export const TAB_KEYS = ['profile', 'licences', 'remote', 'accounts', 'branding', 'history'] as const
export type TabKey = (typeof TAB_KEYS)[number]

/** What a tab needs beyond seeing the partner; without it the tab is absent. */
const NEEDS: Partial<Record<TabKey, Privilege>> = { history: 'log.view' }

/** Resellers neither manage remotely nor have a brand. */
const OF_MSPS: readonly TabKey[] = ['remote', 'branding']

export const tabsOf = (kind: 'msp' | 'reseller', can: (privilege: Privilege) => boolean): TabKey[] =>
  TAB_KEYS.filter((key) => {
    const privilege = NEEDS[key]
    return (kind === 'msp' || !OF_MSPS.includes(key)) && (privilege === undefined || can(privilege))
  })

export const tabOf = (value: unknown): TabKey => TAB_KEYS.find((key) => key === value) ?? 'profile'
