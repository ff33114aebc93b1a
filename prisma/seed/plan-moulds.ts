import type { ProductWord } from './products'

type PlanMould = {
  product: ProductWord
  en: string
  fr: string
  version?: 'trial'
  months?: number
  autoRenew?: true
  nfr?: true
  trialForm?: true
  firstSignIn?: true
  managed?: true
  disabled?: true
}

/** The plans that a company builds. */
const MOULDS = {
  worryFree: {
    product: 'worryFree',
    en: 'Endpoint protection, yearly',
    fr: 'Protection des postes, annuel',
    autoRenew: true,
    managed: true,
  },
  worryFreeMonthly: {
    product: 'worryFree',
    en: 'Endpoint protection, monthly',
    fr: 'Protection des postes, mensuel',
    months: 1,
    autoRenew: true,
    managed: true,
  },
  email: { product: 'email', en: 'E-mail filter, yearly', fr: 'Filtrage de la messagerie, annuel', autoRenew: true },
  cloudApps: {
    product: 'cloudApps',
    en: 'Microsoft 365 protection, yearly',
    fr: 'Protection Microsoft 365, annuel',
    firstSignIn: true,
  },
  web: { product: 'web', en: 'Web filter, yearly', fr: 'Filtrage du Web, annuel', autoRenew: true },
  cloudEdge: {
    product: 'cloudEdge',
    en: 'Firewall as a service, 3 years',
    fr: 'Pare-feu géré, 3 ans',
    months: 36,
    managed: true,
  },
  suite: { product: 'suite', en: 'Everything in one, yearly', fr: 'Tout en un, annuel', autoRenew: true },
  advanced: { product: 'advanced', en: 'Server and desktop licence, yearly', fr: 'Licence serveurs et postes, annuel' },
  standard: { product: 'standard', en: 'Desktop licence 9, yearly', fr: 'Licence postes 9, annuel' },
  trial: {
    product: 'worryFree',
    en: 'Try endpoint protection',
    fr: 'Essai de la protection des postes',
    version: 'trial',
    trialForm: true,
  },
  emailTrial: {
    product: 'email',
    en: 'Try the e-mail filter',
    fr: 'Essai du filtrage de la messagerie',
    version: 'trial',
  },
  nfr: {
    product: 'worryFree',
    en: 'Our own endpoints (not for resale)',
    fr: 'Nos propres postes (hors revente)',
    nfr: true,
  },
  former: {
    product: 'web',
    en: 'Web filter, half-yearly (old)',
    fr: 'Filtrage du Web, semestriel (ancien)',
    months: 6,
    disabled: true,
  },
} as const satisfies Record<string, PlanMould>
export type PlanWord = keyof typeof MOULDS
export const PLAN_WORDS = Object.keys(MOULDS) as PlanWord[]
export const planMouldOf = (word: PlanWord): PlanMould => MOULDS[word]

/** What a reseller was given. */
export const GRANTED: readonly PlanWord[] = [
  'worryFree',
  'worryFreeMonthly',
  'email',
  'cloudApps',
  'web',
  'suite',
  'advanced',
  'trial',
]
