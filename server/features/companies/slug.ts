import { z } from 'zod'

/** First segments of the console's own addresses: `/<slug>/sign-in` must never be one of them (a test compares with app/). */
export const RESERVED_SLUGS: readonly string[] = [
  'administration',
  'api',
  'assets',
  'billing',
  'console',
  'customers',
  'demo',
  'forgot',
  'health',
  'invitation',
  'keys',
  'legal',
  'operations',
  'partners',
  'plans',
  'products',
  'public',
  'register',
  'reset',
  'sign-in',
  'sign-out',
  'static',
  'status',
  'trial',
  'two-factor',
]

export const SLUG_MAX = 63
const SLUG = /^[a-z0-9](-?[a-z0-9])+$/

/** The first part of a company's sign-in address. Codes: slug (shape), slugReserved. */
export const slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(SLUG_MAX)
  .regex(SLUG, 'slug')
  .refine((value) => !RESERVED_SLUGS.includes(value), 'slugReserved')

/** Letters that Unicode does not take apart, and two alphabets written out in Latin. */
const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ß:ss æ:ae œ:oe ø:o đ:d ð:d þ:th ł:l ı:i ħ:h ŋ:n ə:e ' +
    'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ' +
    'ы:y ь: э:e ю:yu я:ya є:ye і:i ґ:g ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ' +
    'α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
)

/**
 * The slug that a name suggests: transliterated, words joined by hyphens, at most `max` characters. Empty when the name has
 * nothing that can be written in Latin letters or digits (then a person, or the company's id, must give one).
 */
export function slugFrom(name: string, max = 40): string {
  const latin = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’‘`.]/g, '')
    .replace(/[^a-z0-9]/gu, (letter) => LETTERS[letter] ?? '-')
  const words = latin.split('-').filter((word) => word !== '')
  const kept = words.reduce((slugSoFar, word) => {
    const longer = slugSoFar === '' ? word : `${slugSoFar}-${word}`
    return longer.length <= max ? longer : slugSoFar
  }, '')
  const result = kept === '' ? (words[0] ?? '').slice(0, max) : kept
  return result.length < 2 ? '' : result
}

/** `base` and numbered variants, in the order in which they are offered. */
export const slugVariants = (base: string, count = 20): string[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? base : `${base.slice(0, SLUG_MAX - 4)}-${i + 1}`)).filter(
    (value) => slug.safeParse(value).success,
  )
