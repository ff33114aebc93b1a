/** The tabs of a partner's page, in order; the first one is shown unless the address says otherwise (`?tab=accounts`). */
export const TAB_KEYS = ['profile', 'licences', 'accounts', 'history'] as const
export type TabKey = (typeof TAB_KEYS)[number]

export const tabOf = (value: unknown): TabKey => TAB_KEYS.find((key) => key === value) ?? 'profile'
