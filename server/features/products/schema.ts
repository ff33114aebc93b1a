import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { day } from '@/server/lib/days'
import { isCurrency, parseMoney } from '@/server/lib/money'
import { line } from '@/server/lib/text'
import { ALLOCATED_MAX } from './allocation-rules'
import { PRODUCT_LIVES, PRODUCT_SORTS } from './options'
import { isLifeInOrder, PRODUCT_KINDS, PRODUCT_UNITS, type ProductLife, VERSIONS } from './rules'

/** Days that a catalogue can hold; what lies outside is a slip of the keyboard. */
const nearDay = day.refine((value) => value >= '2000-01-01' && value < '2100-01-01', 'day')

export const revision = z.int32().min(1)

export const productFilter = z.object({
  /** Part of the name, the vendor's name or the code. */
  q: line(150, 0).optional(),
  kind: z.array(z.enum(PRODUCT_KINDS)).max(3).optional(),
  life: z.array(z.enum(PRODUCT_LIVES)).max(3).optional(),
})
export type ProductFilter = z.output<typeof productFilter>

export const productPage = z.object({
  companyId: companyId.optional(),
  filter: productFilter.default({}),
  sort: z.enum(PRODUCT_SORTS).default('name'),
  descending: z.boolean().default(false),
  after: z.string().max(800).optional(),
  before: z.string().max(800).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type ProductPage = z.output<typeof productPage>
export type ProductPageInput = z.input<typeof productPage>

export const productCount = z.object({ companyId: companyId.optional(), filter: productFilter.default({}) })
export type ProductCount = z.output<typeof productCount>

export const productRef = z.object({ productId: z.uuid(), companyId: companyId.optional() })

/** What stays as it is once a product exists: its code, family, kind and unit; plans and licences are built on them. */
const fixed = {
  code: z
    .string()
    .trim()
    .toUpperCase()
    .min(1)
    .regex(/^[A-Z0-9]{9}$/, 'productCode'),
  family: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(40)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'family'),
  kind: z.enum(PRODUCT_KINDS),
  unit: z.enum(PRODUCT_UNITS),
}

/** An empty field of a form is no day. */
const dayOrNone = z
  .string()
  .nullable()
  .transform((value) => value || null)
  .pipe(nearDay.nullable())

const settings = z.object({
  vendor: line(80),
  name: line(150),
  trialOffered: z.boolean(),
  fullOffered: z.boolean(),
  needsCode: z.boolean(),
  manageable: z.boolean(),
  reportsUsage: z.boolean(),
  nfrOffered: z.boolean(),
  endOfSaleOn: dayOrNone,
  endOfLifeOn: dayOrNone,
})

const hasVersion = ({ trialOffered, fullOffered }: { trialOffered: boolean; fullOffered: boolean }) =>
  trialOffered || fullOffered
const VERSION_RULE = { path: ['fullOffered'], message: 'oneVersion' }
const isInOrder = (life: ProductLife) => isLifeInOrder(life).ok
const LIFE_RULE = { path: ['endOfLifeOn'], message: 'lifeBeforeSale' }

export const productSettings = settings.refine(hasVersion, VERSION_RULE).refine(isInOrder, LIFE_RULE)
export type ProductSettings = z.output<typeof productSettings>

export const newProduct = settings.extend(fixed).refine(hasVersion, VERSION_RULE).refine(isInOrder, LIFE_RULE)
export type NewProduct = z.output<typeof newProduct>
export type NewProductInput = z.input<typeof newProduct>

export const productUpdate = z.object({ productId: z.uuid(), revision, settings: productSettings })
export type ProductUpdate = z.output<typeof productUpdate>

/** A component enters or leaves a suite from a day on. */
export const componentChange = z.object({ productId: z.uuid(), componentId: z.uuid(), on: nearDay })
export type ComponentChange = z.output<typeof componentChange>

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .min(1)
  .refine((code) => isCurrency(code), 'currency')

export const priceList = z.object({ productId: z.uuid(), planId: z.uuid().optional() })
export type PriceList = z.output<typeof priceList>

/** An amount per unit and month: a decimal text, no more digits than its currency has; a comma is taken for the point. */
export const newPrice = priceList
  .extend({
    currency,
    amount: z
      .string()
      .trim()
      .overwrite((text) => text.replace(',', '.'))
      .min(1)
      .max(20),
    validFrom: nearDay,
  })
  .superRefine(({ currency: code, amount }, context) => {
    if (isCurrency(code) && parseMoney(amount, code) === null)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'amount' })
    if (amount.startsWith('-')) context.addIssue({ code: 'custom', path: ['amount'], message: 'amount' })
  })
export type NewPrice = z.output<typeof newPrice>

export const priceRef = z.object({ priceId: z.uuid() })

export const allocationsOf = z.object({ companyId })

/** How many units of a product in one version an MSP may sell, and how. */
export const allocationTerms = z.object({
  allocated: z.number('wholeNumber').int('wholeNumber').min(0, 'tooSmall').max(ALLOCATED_MAX, 'tooLarge'),
  refill: z.boolean(),
  disabled: z.boolean(),
})
export type AllocationTerms = z.output<typeof allocationTerms>

/** What an MSP that is to be may sell from its first day. */
export const allocationWish = allocationTerms.extend({ productId: z.uuid(), version: z.enum(VERSIONS) })
export type AllocationWish = z.output<typeof allocationWish>

/** `was`: what the form was filled from, null for what had no allocation; a change in between is refused, not overwritten. */
export const allocationChange = allocationWish.extend({
  companyId,
  was: z.number().int().min(0).max(ALLOCATED_MAX).nullable(),
})
export type AllocationChange = z.output<typeof allocationChange>
