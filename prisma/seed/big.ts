import { DEMO_PASSWORD } from '@/server/auth/demo'
import { hashPassword } from '@/server/auth/password'
import type { Tx } from '@/server/db/client'
import { insertRows } from './insert'
import { account, company, customer } from './invent'
import { randomOf } from './random'
import { REGIONS, regionOf } from './regions'
import type { AccountSeed, CompanySeed } from './rows'

export const BIG_SLUG = 'vastwater'
export const BIG_LOGIN = 'vastwater-admin'

const HOUR = 3_600_000
const EPOCH = Date.UTC(2024, 0, 1)

async function seedPartner(tx: Tx): Promise<void> {
  const random = randomOf('big')
  const region = regionOf('GB')
  const place = random.pick(region.places)
  const createdAt = new Date(EPOCH)
  const top = company(
    random,
    null,
    { kind: 'distributor', name: 'Vastland Distribution', slug: 'vastland', createdAt },
    { region, place },
  )
  const partner = company(
    random,
    top,
    { kind: 'msp', name: 'Vastwater Managed IT', slug: BIG_SLUG, createdAt },
    { region, place },
  )
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await insertRows(tx, 'company', [top, partner])
  await insertRows(tx, 'account', [
    account(random, top, region, { loginName: 'vastland-admin', role: 'administrator', passwordHash }),
    account(random, partner, region, { loginName: BIG_LOGIN, role: 'administrator', passwordHash }),
  ])
}

/** An MSP with `wanted` customers. Each customer follows from its number, so that a second run only adds what is missing. */
export async function seedBig(tx: Tx, wanted: number): Promise<number> {
  if ((await tx.company.count({ where: { slug: BIG_SLUG } })) === 0) await seedPartner(tx)
  const above = await tx.company.findFirstOrThrow({ where: { slug: BIG_SLUG }, select: { scope: true, name: true } })
  const present = await tx.company.count({ where: { parentScope: above.scope } })
  const companies: CompanySeed[] = []
  const accounts: AccountSeed[] = []
  for (let number = present; number < wanted; number++) {
    const random = randomOf(`big ${number}`)
    const createdAt = new Date(EPOCH + number * HOUR)
    const made = customer(random, {
      above,
      region: random.pick(REGIONS),
      token: number.toString(36).padStart(4, '0'),
      createdAt,
    })
    companies.push(made.company)
    accounts.push(made.account)
  }
  await insertRows(tx, 'company', companies)
  await insertRows(tx, 'account', accounts)
  return companies.length
}
