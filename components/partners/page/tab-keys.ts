/** The tabs of a partner's page, in order; the first one is shown unless the address says otherwise (`?tab=accounts`). */
export const TAB_KEYS = ['profile', 'licences', 'remote', 'accounts', 'branding', 'history'] as const
export type TabKey = (typeof TAB_KEYS)[number]

/** Resellers neither manage remotely nor have a brand. */
const OF_MSPS: readonly TabKey[] = ['remote', 'branding']

export const tabsOf = (kind: 'msp' | 'reseller'): TabKey[] =>
  TAB_KEYS.filter((key) => kind === 'msp' || !OF_MSPS.includes(key))

export const tabOf = (value: unknown): TabKey => TAB_KEYS.find((key) => key === value) ?? 'profile'
