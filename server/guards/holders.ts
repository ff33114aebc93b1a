import type { WorldCompany } from '@/server/testing/world'
import { isBuilder, isParent } from '@/server/testing/world-catalogue'
import { makesKeys } from '@/server/testing/world-keys'
import { hasLicences } from '@/server/testing/world-licences'

type Holders = { holds: (company: WorldCompany) => boolean; because: string }

const catalogue: Holders = {
  holds: isParent,
  because: 'the catalogue and its prices are the parent’s (product_of_tier_one)',
}
const plans: Holders = { holds: isBuilder, because: 'resellers are given plans, they make none; customers have none' }
const licences: Holders = { holds: hasLicences, because: 'licences are a customer’s; some customers have none' }
const keys: Holders = { holds: makesKeys, because: 'customers redeem keys, they make none' }

/**
 * Tables of which not every company can have rows, with the reason. A table that is not here has a row of every company in the
 * world of the tests; one that is here has rows of exactly these.
 */
export const HOLDERS: Readonly<Record<string, Holders>> = {
  product: catalogue,
  suite_component: catalogue,
  data_centre: catalogue,
  price: catalogue,
  service_plan: plans,
  plan_data_centre: plans,
  plan_grant: { holds: ({ kind }) => kind === 'reseller', because: 'only resellers are given plans' },
  allocation: { holds: ({ kind }) => kind === 'msp', because: 'only MSPs sell from pools' },
  msp_permission: {
    holds: ({ kind }) => kind === 'msp',
    because: 'resellers neither manage remotely nor have a brand',
  },
  subscription: licences,
  licence: licences,
  subscription_version: licences,
  subscription_period: licences,
  customer_transaction: licences,
  registration_key: keys,
  key_redemption: keys,
  tally: { holds: ({ kind }) => kind !== 'customer', because: 'a tally counts the companies below' },
}

/** Can a company have rows of a table? */
export const canHold = (table: string, company: WorldCompany): boolean => HOLDERS[table]?.holds(company) ?? true
