import { may, router } from '@/server/trpc/procedures'
import { listAllocations, setAllocation } from './allocations'
import { addComponent, createProduct, removeComponent, updateProduct } from './commands'
import { countProducts, listProducts } from './list-queries'
import { addPrice, listPrices, removePrice } from './prices'
import { componentOptions, getProduct } from './queries'
import {
  allocationChange,
  allocationsOf,
  componentChange,
  newPrice,
  newProduct,
  priceList,
  priceRef,
  productCount,
  productPage,
  productRef,
  productUpdate,
} from './schema'

/** The catalogue, its prices, and what partners may sell of it. */
export const products = router({
  list: may('product.view')
    .input(productPage)
    .query(({ ctx, input }) => listProducts(ctx.tx, ctx.target, input)),
  count: may('product.view')
    .input(productCount)
    .query(({ ctx, input }) => countProducts(ctx.tx, ctx.target, input)),
  get: may('product.view')
    .input(productRef)
    .query(({ ctx, input }) => getProduct(ctx.tx, ctx.target, input)),
  componentOptions: may('product.manage').query(({ ctx }) => componentOptions(ctx.tx, ctx.target)),
  create: may('product.manage')
    .input(newProduct)
    .mutation(({ ctx, input }) => createProduct(ctx.tx, ctx.actor, input)),
  update: may('product.manage')
    .input(productUpdate)
    .mutation(({ ctx, input }) => updateProduct(ctx.tx, ctx.actor, input)),
  addComponent: may('product.manage')
    .input(componentChange)
    .mutation(({ ctx, input }) => addComponent(ctx.tx, ctx.actor, input)),
  removeComponent: may('product.manage')
    .input(componentChange)
    .mutation(({ ctx, input }) => removeComponent(ctx.tx, ctx.actor, input)),
  prices: router({
    list: may('billing.view')
      .input(priceList)
      .query(({ ctx, input }) => listPrices(ctx.tx, ctx.actor, input)),
    add: may('price.manage')
      .input(newPrice)
      .mutation(({ ctx, input }) => addPrice(ctx.tx, ctx.actor, input)),
    remove: may('price.manage')
      .input(priceRef)
      .mutation(({ ctx, input }) => removePrice(ctx.tx, ctx.actor, input)),
  }),
  allocations: router({
    list: may('partner.view')
      .input(allocationsOf)
      .query(({ ctx }) => listAllocations(ctx.tx, ctx.target)),
    set: may('partner.allocate')
      .input(allocationChange)
      .mutation(({ ctx, input }) => setAllocation(ctx.tx, ctx.actor, ctx.target, input)),
  }),
})
