/** How much a data set holds. Licences and transactions join with the issues that bring them. */
export type Size = { name: SizeName; partners: number; customers: number }
export type SizeName = keyof typeof SIZES

export const SIZES = {
  S: { name: 'S', partners: 100, customers: 10_000 },
  M: { name: 'M', partners: 1_000, customers: 200_000 },
  L: { name: 'L', partners: 5_000, customers: 1_000_000 },
} as const satisfies Record<string, { name: string; partners: number; customers: number }>

export const isSizeName = (name: string): name is SizeName => name in SIZES

/** Sign-in of every data set. The partner manages a third of all customers. */
export const WHO = {
  slug: 'bench',
  loginName: 'bench-admin',
  partnerSlug: 'bench-partner-1',
  partnerLoginName: 'bench-partner-admin',
  password: 'only for measuring',
} as const
