import { may, router } from '@/server/trpc/procedures'
import { createPlan, duplicatePlan, switchPlan, updatePlan } from './commands'
import { planOptions } from './form-queries'
import { grantPlans, listGrants, revokePlans } from './grants'
import { countPlans, listPlans, planProducts } from './list-queries'
import { getPlan, listPlanCustomers } from './queries'
import { approvePlan, reviewPlan } from './review'
import {
  grantsOf,
  newPlan,
  planApproval,
  planCopy,
  planCount,
  planCustomers,
  planGrants,
  planPage,
  planRef,
  planSwitch,
  planUpdate,
} from './schema'

/** Service plans: the moulds from which licences are issued. */
export const plans = router({
  list: may('plan.view')
    .input(planPage)
    .query(({ ctx, input }) => listPlans(ctx.tx, ctx.target, input)),
  count: may('plan.view')
    .input(planCount)
    .query(({ ctx, input }) => countPlans(ctx.tx, ctx.target, input)),
  products: may('plan.view').query(({ ctx }) => planProducts(ctx.tx, ctx.target)),
  get: may('plan.view')
    .input(planRef)
    .query(({ ctx, input }) => getPlan(ctx.tx, ctx.target, input)),
  customers: may('licence.view')
    .input(planCustomers)
    .query(({ ctx, input }) => listPlanCustomers(ctx.tx, ctx.target, input)),
  options: may('plan.create').query(({ ctx }) => planOptions(ctx.tx, ctx.target)),
  create: may('plan.create')
    .input(newPlan)
    .mutation(({ ctx, input }) => createPlan(ctx.tx, ctx.actor, input)),
  duplicate: may('plan.create')
    .input(planCopy)
    .mutation(({ ctx, input }) => duplicatePlan(ctx.tx, ctx.actor, input)),
  update: may('plan.update')
    .input(planUpdate)
    .mutation(({ ctx, input }) => updatePlan(ctx.tx, ctx.actor, input)),
  switchTo: may('plan.update')
    .input(planSwitch)
    .mutation(({ ctx, input }) => switchPlan(ctx.tx, ctx.actor, input)),
  review: may('plan.view')
    .input(planRef)
    .query(({ ctx, input }) => reviewPlan(ctx.tx, ctx.target, input)),
  approve: may('plan.approve')
    .input(planApproval)
    .mutation(({ ctx, input }) => approvePlan(ctx.tx, ctx.actor, input)),
  grants: router({
    list: may('partner.view')
      .input(grantsOf)
      .query(({ ctx }) => listGrants(ctx.tx, ctx.actor, ctx.target)),
    grant: may('partner.assignPlan')
      .input(planGrants)
      .mutation(({ ctx, input }) => grantPlans(ctx.tx, ctx.actor, ctx.target, input)),
    revoke: may('partner.assignPlan')
      .input(planGrants)
      .mutation(({ ctx, input }) => revokePlans(ctx.tx, ctx.actor, ctx.target, input)),
  }),
})
