/** What a company does. Keys only: the words are messages (companies.industry.<key>). The empty key means not said. */
export const INDUSTRIES = [
  'agriculture',
  'banking',
  'charity',
  'construction',
  'consulting',
  'consumerGoods',
  'culture',
  'education',
  'energy',
  'foodAndBeverage',
  'government',
  'healthcare',
  'hospitality',
  'insurance',
  'legal',
  'manufacturing',
  'media',
  'pharmaceuticals',
  'realEstate',
  'retail',
  'technology',
  'telecommunications',
  'transport',
  'utilities',
  'other',
] as const

export type Industry = (typeof INDUSTRIES)[number]

export const isIndustry = (key: string): key is Industry => INDUSTRIES.some((industry) => industry === key)
