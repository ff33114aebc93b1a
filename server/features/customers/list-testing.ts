import { insertRows } from '@/prisma/seed/insert'
import { asSystem } from '@/server/db/system'
import { newCompanyId } from '@/server/lib/ids'

/** Columns of a customer that a test cares about; the others take harmless values. */
export type CustomerSeed = {
  name: string
  id?: string
  city?: string
  country?: string
  status?: 'enabled' | 'disabled'
  portal?: 'lmp' | 'clp'
  contactName?: string
  contactEmail?: string
  contactPhone?: string
  threatAction?: number
  threatWarning?: number
  licenceAction?: number
  licenceWarning?: number
  managed?: boolean
  nextExpiryOn?: string | null
  lastTransactionAt?: string | null
  createdAt?: string
  tags?: string[]
  productNames?: string[]
}

/** Adds customers below a company, for tests, and gives their ids in the order of the seeds. */
export async function addCustomers(parentScope: string, seeds: readonly CustomerSeed[]): Promise<string[]> {
  const rows = seeds.map((seed) => {
    const id = seed.id ?? newCompanyId()
    const plain = {
      city: 'Oslo',
      country: 'NO',
      status: 'enabled',
      portal: 'lmp',
      contactName: '',
      contactEmail: '',
      contactPhone: '',
    }
    const counts = { threatAction: 0, threatWarning: 0, licenceAction: 0, licenceWarning: 0, managed: false }
    const dates = { nextExpiryOn: null, lastTransactionAt: null, createdAt: '2026-01-01T00:00:00Z' }
    const place = { id, scope: `${parentScope}${id}.`, parentScope, kind: 'customer', state: 'Oslo', slug: `c-${id}` }
    return { ...plain, ...counts, ...dates, tags: [], productNames: [], ...seed, ...place }
  })
  await asSystem((tx) => insertRows(tx, 'company', rows))
  return rows.map(({ id }) => id)
}
