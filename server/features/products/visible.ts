import { Prisma } from '@/prisma/generated/client'
import type { Target } from '@/server/access/decide'
import { channelOf } from '@/server/lib/scope'

const { sql } = Prisma

export const isTierOne = ({ kind }: Pick<Target, 'kind'>): boolean => kind === 'distributor' || kind === 'isp'

/** Path of the company that owns the catalogue of somebody's channel. */
export const catalogueOf = (scope: string): string => `${channelOf(scope)}.`

/** Plans (`s`) that a company sees: its own, those of its partners below it, and those it was given. */
export const planInView = ({ scope }: Pick<Target, 'scope'>): Prisma.Sql =>
  sql`(starts_with(s.scope, ${scope}) or exists (
    select 1 from plan_grant g where g.plan_id = s.id and g.scope = ${scope}))`

/**
 * Products (`p`) that a company sees: tier 1 its whole catalogue, an MSP what it may sell or has plans of, a reseller what its
 * plans are of.
 */
export const productInView = (viewer: Pick<Target, 'scope' | 'kind'>): Prisma.Sql =>
  isTierOne(viewer)
    ? sql`p.scope = ${viewer.scope}`
    : sql`p.scope = ${catalogueOf(viewer.scope)} and (
        exists (select 1 from allocation a where a.scope = ${viewer.scope} and a.product_id = p.id)
        or exists (select 1 from service_plan s where s.product_id = p.id and ${planInView(viewer)}))`
