import type { Tx } from '@/server/db/client'
import { claim, type Pool, type PoolOf } from '@/server/features/products/allocation-rules'
import type { Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import { type Decision, yes } from '@/server/lib/result'
import { type LicenceState, type Manager, pooledUnits } from './state'

type Seller = { managingScope: string; manager: Manager; today: Day }
/** A subscription before (with the units it takes now) and after. */
export type Move = {
  before: (Pick<LicenceState, 'productId' | 'version' | 'nfr'> & { pooledUnits: number }) | null
  after: LicenceState
}

type Row = Omit<Pool, 'partner'> & { scope: string; productId: string; version: Version }

const keyOf = (scope: string, productId: string, version: Version): string => `${scope} ${productId} ${version}`

/**
 * The pools that some work takes from, with their figures as they will be: each claim that is granted counts for the next.
 * Loaded under lock by whoever writes, without one for a preview.
 */
export class Pools {
  private constructor(private readonly pools: Map<string, Pool>) {}

  static async load(
    tx: Tx,
    managingScopes: readonly string[],
    productIds: readonly string[],
    { lock }: { lock: boolean },
  ): Promise<Pools> {
    const managing = [...new Set(managingScopes)]
    const products = [...new Set(productIds)]
    const rows = lock
      ? await tx.$queryRaw<Row[]>`
          select scope, product_id as "productId", version::text as version, allocated, provisioned, refill, disabled
          from pools_locked(${managing}::text[], ${products}::uuid[])`
      : await tx.$queryRaw<Row[]>`
          select scope, product_id as "productId", version::text as version, allocated, provisioned, refill, disabled
          from allocation where scope = any (${managing}::text[]) and product_id = any (${products}::uuid[])`
    return new Pools(
      new Map(
        rows.map(({ scope, productId, version, ...pool }) => [
          keyOf(scope, productId, version),
          { ...pool, partner: '' },
        ]),
      ),
    )
  }

  /** May the subscription move so? If it may, the pools have changed. Codes: notAllocated · allocationDisabled · poolExceeded. */
  claim({ managingScope, manager, today }: Seller, { before, after }: Move): Decision {
    const takes = after.nfr ? 0 : pooledUnits(after, today)
    const gives = before && !before.nfr ? before.pooledUnits : 0
    const to = keyOf(managingScope, after.productId, after.version)
    const from = before ? keyOf(managingScope, before.productId, before.version) : to
    const units = from === to ? takes - gives : takes
    const decision = claim(this.poolOf(manager, to), units, manager.name)
    if (!decision.ok) return decision
    this.keep(to, decision.value)
    if (from !== to && gives > 0) {
      const back = claim(this.poolOf(manager, from), -gives, manager.name)
      if (back.ok) this.keep(from, back.value)
    }
    return yes(true)
  }

  private poolOf(manager: Manager, key: string): PoolOf {
    return manager.kind === 'msp' ? (this.pools.get(key) ?? null) : 'unlimited'
  }

  private keep(key: string, pool: PoolOf): void {
    if (pool !== null && pool !== 'unlimited') this.pools.set(key, pool)
  }
}
