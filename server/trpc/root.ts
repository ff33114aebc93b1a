import { dashboard } from '@/server/features/dashboard/router'
import { operations } from '@/server/features/operations/router'
import { router } from './procedures'

/** Every procedure of Tierline, one line a feature. */
export const appRouter = router({
  dashboard,
  operations,
})

export type AppRouter = typeof appRouter
