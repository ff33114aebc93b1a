import { DEMO_PASSWORD } from '@/server/auth/demo'
import type { Tx } from '@/server/db/client'
import { BATCH, BIG_LOGIN, BIG_SLUG, seedBig } from './big'
import { seedDemo } from './demo'
import { PARTNERS, ROLE_WORDS, SHOWN } from './demo-partners'
import { EMPTY_LOGIN, EMPTY_SLUG, seedEmpty } from './empty'

export type Options = { customers: number; now: Date }

export type SignIn = { slug: string; loginName: string; of: string }

export type Scenario = {
  summary: string
  /** Writes what is missing and gives how many companies that were; 0: all was there. */
  run(tx: Tx, options: Options): Promise<number>
  signIns: readonly SignIn[]
  /** Up to how many customers each transaction goes, when one would be too long. */
  steps?(customers: number): number[]
}

const isThere = async (tx: Tx, slug: string) => (await tx.company.count({ where: { slug } })) > 0

const demoSignIns: SignIn[] = Object.entries(SHOWN).flatMap(([kind, { slug, short }]) =>
  Object.entries(ROLE_WORDS).map(([role, word]) => ({
    slug,
    loginName: `demo-${short}-${word}`,
    of: `${kind}, ${role}`,
  })),
)

export const SCENARIOS = {
  demo: {
    summary: `a distributor and an ISP beside it, ${PARTNERS.length - 2} partners, customers in many countries and scripts`,
    run: async (tx, { now }) =>
      (await isThere(tx, SHOWN.distributor.slug)) ? 0 : seedDemo(tx, now.toISOString().slice(0, 10)),
    signIns: [...demoSignIns, { slug: 'lowland', loginName: 'demo-suspended', of: 'suspended partner, administrator' }],
  },
  big: {
    summary: 'one managed service provider with many customers (--customers, 20000 by default)',
    run: (tx, { customers, now }) => seedBig(tx, customers, now.toISOString().slice(0, 10)),
    steps: (customers) =>
      Array.from({ length: Math.max(1, Math.ceil(customers / BATCH)) }, (_, step) =>
        Math.min(customers, (step + 1) * BATCH),
      ),
    signIns: [{ slug: BIG_SLUG, loginName: BIG_LOGIN, of: 'msp, administrator' }],
  },
  empty: {
    summary: 'one distributor with one administrator',
    run: async (tx, { now }) => ((await isThere(tx, EMPTY_SLUG)) ? 0 : seedEmpty(tx, now)),
    signIns: [{ slug: EMPTY_SLUG, loginName: EMPTY_LOGIN, of: 'distributor, administrator' }],
  },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof SCENARIOS
export const isScenario = (name: string): name is ScenarioName => name in SCENARIOS
export const PASSWORD = DEMO_PASSWORD
