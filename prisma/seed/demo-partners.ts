import type { CompanyKind, CompanyStatus } from '@/prisma/generated/enums'

/** A company of the demo above its customers. */
export type Partner = {
  slug: string
  name: string
  kind: CompanyKind
  /** Slug of the company it hangs below; none for a channel's top. */
  above?: string
  status?: CompanyStatus
  country: string
  /** Which place of the region. */
  place: number
  note?: string
  /** How many customers it manages, and where they are. */
  customers: number
  markets: readonly string[]
}

/** The demo: a distributor with its partners, and an ISP's channel beside it that it cannot see. */
export const PARTNERS: readonly Partner[] = [
  {
    slug: 'meridian',
    name: 'Meridian Distribution',
    kind: 'distributor',
    country: 'GB',
    place: 0,
    customers: 14,
    markets: ['GB', 'IE', 'NL'],
  },
  {
    slug: 'brightwater',
    name: 'Brightwater Managed IT',
    kind: 'msp',
    above: 'meridian',
    country: 'GB',
    place: 1,
    note: 'Largest partner. Quarterly review with Amelia.',
    customers: 380,
    markets: ['GB', 'GB', 'IE', 'US', 'US', 'DE', 'NL', 'SE', 'IN', 'PL', 'IT', 'ZA', 'AU', 'NZ', 'GR', 'JP'],
  },
  {
    slug: 'atelier-numerique',
    name: 'Atelier Numérique du Rhône',
    kind: 'msp',
    above: 'meridian',
    country: 'FR',
    place: 0,
    note: 'Facturation en euros, tout en français.',
    customers: 160,
    markets: ['FR', 'FR', 'FR', 'BE', 'CH', 'CA', 'MA', 'SN', 'ES', 'PT'],
  },
  {
    slug: 'synnefo',
    name: 'Σύννεφο Πληροφορική Α.Ε.',
    kind: 'msp',
    above: 'meridian',
    country: 'GR',
    place: 0,
    customers: 70,
    markets: ['GR', 'GR', 'BG', 'TR', 'IL', 'UA'],
  },
  {
    slug: 'kitano',
    name: '株式会社北野システムズ',
    kind: 'msp',
    above: 'meridian',
    country: 'JP',
    place: 1,
    customers: 110,
    markets: ['JP', 'JP', 'JP', 'KR', 'TW', 'CN', 'TH', 'VN'],
  },
  {
    slug: 'lowland',
    name: 'Lowland Cloud Services B.V.',
    kind: 'msp',
    above: 'meridian',
    status: 'suspended',
    country: 'NL',
    place: 0,
    note: 'Suspended until the September invoice is paid.',
    customers: 35,
    markets: ['NL', 'BE', 'DE'],
  },
  {
    slug: 'palisade',
    name: 'Palisade IT Ltd',
    kind: 'msp',
    above: 'meridian',
    status: 'cancelled',
    country: 'GB',
    place: 2,
    note: 'Went out of business; customers are being handed over.',
    customers: 12,
    markets: ['GB'],
  },
  {
    slug: 'harbour',
    name: 'Harbour Software Sales',
    kind: 'reseller',
    above: 'meridian',
    country: 'IE',
    place: 1,
    customers: 85,
    markets: ['IE', 'GB', 'ES', 'BR', 'MX'],
  },
  {
    slug: 'al-wahat',
    name: 'الواحة للبرمجيات',
    kind: 'reseller',
    above: 'meridian',
    country: 'AE',
    place: 0,
    customers: 60,
    markets: ['AE', 'AE', 'MA', 'IN', 'IL'],
  },
  {
    slug: 'fjordnet',
    name: 'Fjordnet Bredbånd',
    kind: 'isp',
    country: 'NO',
    place: 1,
    customers: 25,
    markets: ['NO', 'SE'],
  },
  {
    slug: 'skagen-drift',
    name: 'Skagen IT-Drift',
    kind: 'msp',
    above: 'fjordnet',
    country: 'DK',
    place: 0,
    customers: 55,
    markets: ['DK', 'NO', 'SE', 'DE', 'PL', 'CZ'],
  },
  {
    slug: 'nordkapp',
    name: 'Nordkapp Programvare',
    kind: 'reseller',
    above: 'fjordnet',
    country: 'NO',
    place: 0,
    customers: 20,
    markets: ['NO', 'DK'],
  },
]

/** Which company shows each kind: its accounts are the cards of the demo's sign-in page. */
export const SHOWN = {
  distributor: { slug: 'meridian', short: 'dist' },
  isp: { slug: 'fjordnet', short: 'isp' },
  msp: { slug: 'brightwater', short: 'msp' },
  reseller: { slug: 'harbour', short: 'reseller' },
  customer: { slug: 'leeds-robotics', short: 'customer' },
} as const satisfies Record<CompanyKind, { slug: string; short: string }>

/** The end of a demo login name: `demo-msp-billing`. */
export const ROLE_WORDS = {
  administrator: 'admin',
  customerAccountManager: 'customers',
  partnerAccountManager: 'partners',
  licenceManager: 'licences',
  supportManager: 'support',
  supportEngineer: 'engineer',
  billingManager: 'billing',
} as const
