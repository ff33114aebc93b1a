import type { AccountRole, CompanyKind, CompanyStatus, LicensingPortal } from '@/prisma/generated/enums'
import { INDUSTRIES } from '@/server/lib/industries'
import type { Random } from './random'
import type { Place, Region } from './region'
import type { AccountSeed, CompanySeed } from './rows'

export type Above = { scope: string } | null

/** A company below `above`; its id is random and its path follows from the parent's. */
export function company(
  random: Random,
  above: Above,
  given: Pick<CompanySeed, 'kind' | 'name' | 'slug' | 'createdAt'> & Partial<CompanySeed>,
  where: { region: Region; place: Place },
): CompanySeed {
  const id = random.id(12)
  const [city, state, , postalCode] = where.place
  return {
    id,
    parentScope: above?.scope ?? null,
    scope: `${above?.scope ?? ''}${id}.`,
    status: given.kind === 'customer' ? 'enabled' : 'active',
    portal: given.kind === 'customer' ? 'lmp' : null,
    address: addressIn(random, where.region),
    city,
    state,
    postalCode,
    country: where.region.country,
    industry: '',
    note: '',
    emergencyEmails: [],
    tags: [],
    approvedBy: null,
    approvedOn: null,
    approvalRemark: '',
    contactId: null,
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    updatedAt: given.createdAt,
    ...given,
  }
}

function addressIn(random: Random, region: Region): string {
  const street = random.pick(region.streets)
  const number = 1 + random.below(140)
  return region.numberFirst ? `${number} ${street}` : `${street} ${number}`
}

/** A person of the region with an account of `of`. `order` keeps the accounts of a company in the order they were made. */
export function account(
  random: Random,
  of: CompanySeed,
  region: Region,
  given: { loginName: string; role: AccountRole; order?: number } & Partial<AccountSeed>,
): AccountSeed {
  const createdAt = new Date(of.createdAt.getTime() + 1_000 * (given.order ?? 0))
  const { order: _, ...rest } = given
  return {
    id: random.uuid(createdAt),
    scope: of.scope,
    companyId: of.id,
    firstName: random.pick(region.first),
    lastName: random.pick(region.last),
    email: `${given.loginName.toLowerCase()}@${of.slug}.example`,
    phoneCountry: `+${region.phone}`,
    phoneArea: String(10 + random.below(890)),
    phoneNumber: `${100 + random.below(900)} ${10 + random.below(90)} ${10 + random.below(90)}`,
    timeZone: region.timeZone,
    locale: region.locale,
    enabled: true,
    passwordHash: null,
    ...rest,
    createdAt,
    updatedAt: createdAt,
  }
}

/** The company with its first account as contact, as the trigger of `account` would write it. */
export const spokenFor = (of: CompanySeed, by: AccountSeed): CompanySeed => ({
  ...of,
  contactId: by.id,
  contactName: `${by.firstName} ${by.lastName}`,
  contactEmail: by.email,
  contactPhone: `${by.phoneCountry} ${by.phoneArea} ${by.phoneNumber}`,
})

const TAGS = [
  'vip',
  'school',
  'health',
  'gold support',
  'onboarding',
  'migration 2027',
  'renewal call',
  'à relancer',
] as const

export type CustomerWish = {
  above: { scope: string; name: string }
  region: Region
  /** Part of slug and login name, unique in the channel. */
  token: string
  createdAt: Date
  kind?: CompanyKind
  status?: CompanyStatus
  portal?: LicensingPortal
}

/** A customer with its first account, as people of the region would have typed them. */
export function customer(random: Random, wish: CustomerWish): { company: CompanySeed; account: AccountSeed } {
  const { region, createdAt } = wish
  const place = random.pick(region.places)
  const name = random
    .pick(region.companies)
    .replaceAll('{last}', () => random.pick(region.last))
    .replaceAll('{city}', place[0])
  const slug = `${place[2]}-${wish.token}`
  const isApproved = random.chance(35)
  const made = company(
    random,
    wish.above,
    {
      kind: 'customer',
      name,
      slug,
      createdAt,
      status: wish.status ?? (random.chance(4) ? 'disabled' : 'enabled'),
      portal: wish.portal ?? (random.chance(12) ? 'clp' : 'lmp'),
      industry: random.chance(60) ? random.pick(INDUSTRIES) : '',
      tags: random.chance(22) ? [random.pick(TAGS)] : [],
      emergencyEmails: random.chance(30) ? [`urgent@${slug}.example`] : [],
      ...(isApproved && {
        approvedBy: `${random.pick(region.first)} ${random.pick(region.last)}`,
        approvedOn: createdAt.toISOString().slice(0, 10),
        approvalRemark: random.chance(40)
          ? `Signed contract ${createdAt.getUTCFullYear()}/${100 + random.below(900)}`
          : '',
      }),
    },
    { region, place },
  )
  const first = account(random, made, region, {
    loginName: slug,
    role: 'administrator',
    email: `office@${slug}.example`,
  })
  return { company: spokenFor(made, first), account: first }
}
