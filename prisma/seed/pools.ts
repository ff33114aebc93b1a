import type { Tx } from '@/server/db/client'
import type { Catalogue } from './catalogue'
import { DATA_CENTRES, mouldOf, type ProductWord } from './products'
import type { CompanySeed } from './rows'

/** A pool for everything an MSP may sell, wide open until what is sold is known (`settlePools`). */
export const poolsOf = (msp: CompanySeed, catalogue: Catalogue) =>
  Object.entries(catalogue.products).flatMap(([word, productId]) =>
    (mouldOf(word as ProductWord).trialOffered === false ? (['full'] as const) : (['full', 'trial'] as const)).map(
      (version) => ({
        scope: msp.scope,
        productScope: catalogue.scope,
        productId,
        version,
        allocated: 99_999_999,
      }),
    ),
  )

/** Where remote management runs that is not at home in Frankfurt. */
const NEAR: Readonly<Record<string, string>> = { GB: 'eu-ie', IE: 'eu-ie', US: 'us-east', JP: 'ap-jp' }
const OPEN = DATA_CENTRES.filter(([, , , , enabled]) => enabled).map(([code]) => code)

/** What an MSP may do beyond selling: its remote management runs in the nearest of the open data centres. */
export const permissionOf = (msp: CompanySeed, catalogue: Catalogue, ownBranding = false) => ({
  scope: msp.scope,
  dataCentreScope: catalogue.scope,
  dataCentreId: catalogue.dataCentres[OPEN.findIndex((code) => code === (NEAR[msp.country] ?? 'eu-de'))],
  ownBranding,
})

/**
 * Gives pools the sizes that people would have given them: a third more than sold. The e-mail filter of the first MSP is nearly
 * used up, its cloud apps are refilled by themselves, and its firewalls are not sold at present.
 */
export async function settlePools(
  tx: Tx,
  channel: string,
  special: { scope: string; catalogue: Catalogue } | null,
): Promise<void> {
  const { email = null, cloudApps = null, cloudEdge = null } = special?.catalogue.products ?? {}
  const scope = special?.scope ?? ''
  await tx.$executeRaw`
    update allocation set
      allocated = case when scope = ${scope} and product_id = ${email}::uuid and version = 'full' then provisioned + 4
        else (provisioned * 4 / 3 / 50 + 2) * 50 end,
      refill = scope = ${scope} and product_id = ${cloudApps}::uuid,
      disabled = scope = ${scope} and product_id = ${cloudEdge}::uuid
    where starts_with(scope, ${channel}) and allocated = 99999999`
}
