import { signIn } from '@/server/auth/router'
import { accounts } from '@/server/features/accounts/router'
import { self } from '@/server/features/accounts/self-router'
import { twoFactor } from '@/server/features/accounts/two-factor-router'
import { log } from '@/server/features/administration-log/router'
import { company } from '@/server/features/companies/router'
import { customers } from '@/server/features/customers/router'
import { dashboard } from '@/server/features/dashboard/router'
import { imports } from '@/server/features/imports/router'
import { register, trial } from '@/server/features/keys/public-router'
import { keys } from '@/server/features/keys/router'
import { licences } from '@/server/features/licences/router'
import { moves } from '@/server/features/moves/router'
import { operations } from '@/server/features/operations/router'
import { partners } from '@/server/features/partners/router'
import { plans } from '@/server/features/plans/router'
import { products } from '@/server/features/products/router'
import { transactions } from '@/server/features/transactions/router'
import { views } from '@/server/features/views/router'
import { router } from './procedures'

/** Every procedure of Tierline, one line a feature. */
export const appRouter = router({
  accounts,
  company,
  customers,
  dashboard,
  imports,
  keys,
  licences,
  log,
  moves,
  operations,
  partners,
  plans,
  products,
  register,
  self,
  signIn,
  trial,
  twoFactor,
  transactions,
  views,
})

export type AppRouter = typeof appRouter
