import { may } from '@/server/trpc/procedures'
import { saveDisplay } from './display'
import { listPartnerOptions, listPlanOptions, listProductOptions, listTags, searchCustomers } from './list-lookups'
import { countCustomers, listCustomers } from './list-queries'
import { customerCount, customerPage, customerSearch, displayChange, holdingSearch, partnerSearch } from './list-schema'

/** Customers as a list: its rows, their number, and what its search pane offers. */
export const customerList = {
  list: may('customer.view')
    .input(customerPage)
    .query(({ ctx, input }) => listCustomers(ctx.tx, viewerOf(ctx), input)),
  count: may('customer.view')
    .input(customerCount)
    .query(({ ctx, input }) => countCustomers(ctx.tx, viewerOf(ctx), input)),
  search: may('customer.view')
    .input(customerSearch)
    .query(({ ctx, input }) => searchCustomers(ctx.tx, viewerOf(ctx), input)),
  partnerOptions: may('customer.view')
    .input(partnerSearch)
    .query(({ ctx, input }) => listPartnerOptions(ctx.tx, ctx.actor, input)),
  productOptions: may('customer.view')
    .input(holdingSearch)
    .query(({ ctx, input }) => listProductOptions(ctx.tx, input)),
  planOptions: may('customer.view')
    .input(holdingSearch)
    .query(({ ctx, input }) => listPlanOptions(ctx.tx, viewerOf(ctx), input)),
  tags: may('customer.view').query(({ ctx }) => listTags(ctx.tx, viewerOf(ctx))),
  saveDisplay: may('customer.displaySettings')
    .input(displayChange)
    .mutation(({ ctx, input }) => saveDisplay(ctx.tx, ctx.actor, input)),
}

const viewerOf = ({ actor, target }: { actor: { timeZone: string }; target: { scope: string } }) => ({
  scope: target.scope,
  timeZone: actor.timeZone,
})
