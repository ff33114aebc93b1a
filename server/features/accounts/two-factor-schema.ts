import { z } from 'zod'

/** From the mildest to the strictest: the strictest of a company and those above it counts. */
export const TWO_FACTOR_POLICIES = ['off', 'administrators', 'everyone'] as const
export type TwoFactorPolicy = (typeof TWO_FACTOR_POLICIES)[number]

export const twoFactorPolicy = z.object({ policy: z.enum(TWO_FACTOR_POLICIES) })

/** Six digits, typed with or without a space in between. */
export const twoFactorCode = z.object({
  code: z
    .string()
    .trim()
    .max(16)
    .regex(/^\d{3}[\s-]?\d{3}$/, 'code'),
})
export const passwordProof = z.object({ password: z.string().min(1).max(256) })
