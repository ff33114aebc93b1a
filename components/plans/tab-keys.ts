export const TAB_KEYS = ['settings', 'customers', 'prices'] as const
export type TabKey = (typeof TAB_KEYS)[number]

export const tabOf = (value: string | string[] | undefined): TabKey =>
  TAB_KEYS.find((key) => key === value) ?? 'settings'
