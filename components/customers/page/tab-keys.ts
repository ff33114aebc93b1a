/** The tabs of a customer's page, in order; the first one is shown unless the address says otherwise (`?tab=notes`). */
export const TAB_KEYS = ['profile', 'licences', 'accounts', 'notes'] as const
export type TabKey = (typeof TAB_KEYS)[number]

export const tabOf = (value: unknown): TabKey => TAB_KEYS.find((key) => key === value) ?? 'profile'
