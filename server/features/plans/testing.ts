import { asSystem } from '@/server/db/system'
import { newUuid } from '@/server/lib/ids'
import type { Channel, WorldCompany } from '@/server/testing/world'

const codeOf = () => newUuid().replaceAll('-', '').slice(-9).toUpperCase()

/** A product of a channel; gives its id. */
export async function newProduct(channel: Channel, rest: object = {}): Promise<string> {
  const code = codeOf()
  const data = { vendor: 'Acme', code, name: `Product ${code}`, family: 'made', kind: 'saas', unit: 'seats' } as const
  const { id } = await asSystem((tx) => tx.product.create({ data: { scope: channel.top.scope, ...data, ...rest } }))
  return id
}

/** An open data centre of a channel; gives its id. */
export async function dataCentre(channel: Channel): Promise<string> {
  const code = codeOf().toLowerCase()
  const { id } = await asSystem((tx) =>
    tx.dataCentre.create({ data: { scope: channel.top.scope, code, name: code, country: 'CH' } }),
  )
  return id
}

/** Lets an MSP sell 1,000 units of a product. */
export const pool = (company: WorldCompany, productId: string, version: 'trial' | 'full', allocated = 1000) =>
  asSystem((tx) =>
    tx.allocation.createMany({
      data: [{ scope: company.scope, productScope: company.parentScope ?? '', productId, version, allocated }],
    }),
  )
