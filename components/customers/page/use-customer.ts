'use client'

import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCan } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { mayChangeBelow } from '@/server/features/companies/rules'
import type { CustomerRecord } from '@/server/features/customers/record-queries'
import { mayDelete } from '@/server/features/customers/rules'

/** The customer of a page, what may be done with it, and why not. */
export function useCustomer(id: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const can = useCan()
  const { data: customer } = useSuspenseQuery(trpc.customers.get.queryOptions({ id }))
  const open = mayChangeBelow(customer.manager)
  const gone = mayDelete(customer)
  /** Why nothing can be changed here at the moment, or null. */
  const reason = open.ok ? null : refusal.ofCode(open.code, open.params)
  return {
    customer,
    reason,
    deleteReason: reason ?? (gone.ok ? null : refusal.ofCode(gone.code, gone.params)),
    can: {
      update: can('customer.update'),
      disable: can('customer.disable'),
      delete: can('customer.delete'),
      move: can('customer.move'),
      accounts: can('customer.accounts'),
    },
    /** After a change: everything that shows customers is asked anew. */
    refresh: () => queries.invalidateQueries(trpc.customers.pathFilter()),
  }
}

export type CustomerPageState = ReturnType<typeof useCustomer>
export type { CustomerRecord }
