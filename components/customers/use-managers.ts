'use client'

import { useQueryClient } from '@tanstack/react-query'
import { usePerson } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import type { ComboboxOption } from '@/components/ui/combobox'
import type { CompanyKind } from '@/server/access/privileges'

type Names = { own: string; kind: (kind: CompanyKind) => string }

/** Who may manage a new customer, for a Combobox: one's own company, or one of its active partners. */
export function useManagers(names: Names) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { companyId } = usePerson()
  const own: ComboboxOption = { value: companyId, label: names.own }
  const search = async (text: string): Promise<ComboboxOption[]> => {
    const found = await queries.fetchQuery(trpc.customers.managers.queryOptions({ search: text }))
    return found.map(({ id, name, kind }) =>
      id === companyId ? own : { value: id, label: name, hint: names.kind(kind) },
    )
  }
  return { own, search }
}
