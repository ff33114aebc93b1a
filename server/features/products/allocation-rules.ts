import { type Decision, no, yes } from '@/server/lib/result'

/** What a parent lets a partner sell of a product in one version, in units. */
export type Pool = { partner: string; allocated: number; provisioned: number; refill: boolean; disabled: boolean }

/** Tier 1 and resellers sell without a pool; a partner without an allocation has none to sell from. */
export type PoolOf = Pool | 'unlimited' | null

export const available = ({ allocated, provisioned }: Pick<Pool, 'allocated' | 'provisioned'>): number =>
  allocated - provisioned

/**
 * The pool after taking `units` more (fewer when negative). Beyond what is allocated only with refill: the excess becomes
 * new allocation. Codes: notAllocated (partner) · allocationDisabled · poolExceeded (units, available, allocated).
 */
export function claim(pool: PoolOf, units: number, partner: string): Decision<PoolOf> {
  if (pool === 'unlimited') return yes(pool)
  if (pool === null) return units > 0 ? no('notAllocated', { partner }) : yes(pool)
  const provisioned = pool.provisioned + units
  if (units <= 0) return yes({ ...pool, provisioned })
  if (pool.disabled) return no('allocationDisabled')
  if (provisioned <= pool.allocated) return yes({ ...pool, provisioned })
  if (!pool.refill)
    return no('poolExceeded', { units, available: Math.max(0, available(pool)), allocated: pool.allocated })
  return yes({ ...pool, provisioned, allocated: provisioned })
}

export const ALLOCATED_MAX = 99_999_999

/** May an allocation become this large? Code: belowProvisioned (provisioned). */
export const mayAllocate = (pool: Pick<Pool, 'provisioned'>, allocated: number): Decision =>
  allocated < pool.provisioned ? no('belowProvisioned', { provisioned: pool.provisioned }) : yes(true)
