import { signIn } from '@/server/auth/router'
import { accounts } from '@/server/features/accounts/router'
import { self } from '@/server/features/accounts/self-router'
import { log } from '@/server/features/administration-log/router'
import { company } from '@/server/features/companies/router'
import { customers } from '@/server/features/customers/router'
import { dashboard } from '@/server/features/dashboard/router'
import { imports } from '@/server/features/imports/router'
import { licences } from '@/server/features/licences/router'
import { operations } from '@/server/features/operations/router'
import { partners } from '@/server/features/partners/router'
import { views } from '@/server/features/views/router'
import { router } from './procedures'

/** Every procedure of Tierline, one line a feature. */
export const appRouter = router({
  accounts,
  company,
  customers,
  dashboard,
  imports,
  licences,
  log,
  operations,
  partners,
  self,
  signIn,
  views,
})

export type AppRouter = typeof appRouter
