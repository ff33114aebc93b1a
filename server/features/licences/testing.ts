import { insertRows } from '@/prisma/seed/insert'
import { asSystem } from '@/server/db/system'
import { NFR_TERMS } from '@/server/features/plans/rules'
import { newCompanyId, newUuid } from '@/server/lib/ids'
import type { Channel, WorldCompany } from '@/server/testing/world'

type ProductOver = Partial<{
  name: string
  kind: 'software' | 'saas' | 'suite'
  needsCode: boolean
  manageable: boolean
  family: string
  endOfSaleOn: string
  endOfLifeOn: string
}>

const made = { count: 0 }
const nextNumber = (): number => {
  made.count += 1
  return made.count
}

/** A product of a channel; gives its id. */
export async function product(channel: Channel, over: ProductOver = {}): Promise<string> {
  const number = nextNumber()
  const id = newUuid()
  await asSystem((tx) =>
    insertRows(tx, 'product', [
      {
        id,
        scope: channel.top.scope,
        vendor: 'Acme',
        code: `PROD${String(number).padStart(5, '0')}`,
        name: `Product ${number}`,
        family: `family-${number}`,
        kind: 'saas',
        unit: 'seats',
        nfrOffered: true,
        trialOffered: true,
        fullOffered: true,
        needsCode: false,
        manageable: false,
        ...over,
      },
    ]),
  )
  return id
}

const FULL = {
  version: 'full',
  nfr: false,
  activationPolicy: 'immediately',
  managed: false,
  initialMonths: 12,
  autoRenew: false,
  renewMonths: 12,
  noticeDays: 60,
  graceDays: 30,
} as const

type PlanOver = Partial<{
  version: 'trial' | 'full'
  nfr: boolean
  activationPolicy: 'immediately' | 'firstSignIn'
  managed: boolean
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  enabled: boolean
}>

/** A plan of a company for a product; gives its id. */
export async function plan(company: WorldCompany, productId: string, over: PlanOver = {}): Promise<string> {
  const number = nextNumber()
  const id = newUuid()
  const { trialForm: _, ...nfr } = NFR_TERMS
  await asSystem((tx) =>
    insertRows(tx, 'service_plan', [
      {
        id,
        scope: company.scope,
        name: `Plan ${number}`,
        productScope: company.scope.replace(/^([^.]+\.).*/, '$1'),
        productId,
        enabled: true,
        ...(over.nfr ? nfr : FULL),
        ...(over.version === 'trial' ? { initialMonths: 1, noticeDays: 14, graceDays: 0 } : {}),
        ...over,
      },
    ]),
  )
  return id
}

type PoolOver = Partial<{ version: 'trial' | 'full'; refill: boolean; disabled: boolean }>

/** Lets an MSP sell so many units of a product. */
export const allocate = (company: WorldCompany, productId: string, allocated: number, over: PoolOver = {}) =>
  asSystem((tx) =>
    insertRows(tx, 'allocation', [
      {
        scope: company.scope,
        productScope: company.scope.replace(/^([^.]+\.).*/, '$1'),
        productId,
        version: 'full',
        allocated,
        ...over,
      },
    ]),
  )

/** Adds bare customers (no accounts) below a company. */
export async function herd(above: WorldCompany, count: number): Promise<{ id: string; scope: string }[]> {
  const rows = Array.from({ length: count }, (_, at) => {
    const id = newCompanyId()
    return {
      id,
      scope: `${above.scope}${id}.`,
      parentScope: above.scope,
      kind: 'customer',
      status: 'enabled',
      portal: 'lmp',
      name: `Herd ${at}`,
      city: 'Oslo',
      state: 'Oslo',
      country: 'NO',
      slug: `herd-${id}`,
    }
  })
  await asSystem((tx) => insertRows(tx, 'company', rows))
  return rows.map(({ id, scope }) => ({ id, scope }))
}

export const poolOf = (company: WorldCompany, productId: string) =>
  asSystem((tx) => tx.allocation.findFirstOrThrow({ where: { scope: company.scope, productId, version: 'full' } }))
