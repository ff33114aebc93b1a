type ProductMould = {
  code: string
  name: string
  family: string
  kind: 'software' | 'saas' | 'suite'
  unit: 'seats' | 'devices' | 'mailboxes' | 'users'
  needsCode?: true
  manageable?: true
  nfrOffered?: true
  reportsUsage?: false
  trialOffered?: false
  /** Days from today. */
  endOfSaleIn?: number
  endOfLifeIn?: number
  /** Minor units a unit and month. */
  minor: number
}

/** What a channel sells. */
export const PRODUCTS = {
  worryFree: {
    code: 'WFBSS0101',
    name: 'Worry-Free Business Security Services',
    family: 'worry-free-services',
    kind: 'saas',
    unit: 'seats',
    manageable: true,
    nfrOffered: true,
    minor: 285,
  },
  email: {
    code: 'HES000201',
    name: 'Hosted Email Security',
    family: 'email-security',
    kind: 'saas',
    unit: 'mailboxes',
    minor: 145,
  },
  cloudApps: {
    code: 'CAS000301',
    name: 'Cloud App Security',
    family: 'cloud-app-security',
    kind: 'saas',
    unit: 'users',
    nfrOffered: true,
    minor: 190,
  },
  web: {
    code: 'WEB000401',
    name: 'Web Security',
    family: 'web-security',
    kind: 'saas',
    unit: 'users',
    minor: 120,
  },
  cloudEdge: {
    code: 'CEDGE0501',
    name: 'Cloud Edge',
    family: 'cloud-edge',
    kind: 'saas',
    unit: 'devices',
    manageable: true,
    minor: 3400,
  },
  suite: {
    code: 'WFSUITE01',
    name: 'Worry-Free Services Advanced Suite',
    family: 'worry-free-suite',
    kind: 'suite',
    unit: 'users',
    minor: 520,
  },
  advanced: {
    code: 'WFBSADV10',
    name: 'Worry-Free Business Security Advanced 10',
    family: 'worry-free-software',
    kind: 'software',
    unit: 'devices',
    needsCode: true,
    reportsUsage: false,
    minor: 310,
  },
  standard: {
    code: 'WFBSSTD09',
    name: 'Worry-Free Business Security Standard 9',
    family: 'worry-free-software',
    kind: 'software',
    unit: 'devices',
    needsCode: true,
    reportsUsage: false,
    trialOffered: false,
    endOfSaleIn: -60,
    endOfLifeIn: 400,
    minor: 240,
  },
} as const satisfies Record<string, ProductMould>
export type ProductWord = keyof typeof PRODUCTS
export const PRODUCT_WORDS = Object.keys(PRODUCTS) as ProductWord[]
export const mouldOf = (word: ProductWord): ProductMould => PRODUCTS[word]

/** What the suite holds; web security came three days ago, where plans wait for review. */
const IN_SUITE: readonly ProductWord[] = ['worryFree', 'email', 'cloudApps']
export const LATEST_PART: ProductWord = 'web'

export const DATA_CENTRES = [
  ['eu-de', 'Frankfurt', 'DE', 'Data stays in Germany.', true],
  ['eu-ie', 'Dublin', 'IE', 'Data stays in the European Union.', true],
  ['us-east', 'Virginia', 'US', '', true],
  ['ap-jp', 'Tokyo', 'JP', 'Data stays in Japan.', true],
  ['eu-uk', 'London', 'GB', 'Closed for new plans: moving to Dublin.', false],
] as const

/** Products that a plan of `word` licenses: those of a suite, or itself. */
export const partsOf = (word: ProductWord, withLatest: boolean): readonly ProductWord[] =>
  word === 'suite' ? [...IN_SUITE, ...(withLatest ? [LATEST_PART] : [])] : [word]
