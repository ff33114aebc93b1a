import { type Decision, no, yes } from '@/server/lib/result'

/** Long passwords that everybody tries first. */
const COMMON = [
  'password',
  'passwort',
  'motdepasse',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'iloveyou',
  'letmein',
  'welcome',
  'bienvenue',
  'administrator',
  'administrateur',
  'changeme',
  'trustno1',
  'tierline',
  '1q2w3e4r5t6y',
  'abcdefghijkl',
]

const DISTINCT_MIN = 5
const REST_MIN = 6

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Runs of neighbours such as 123456789012 or abcdefghijkl. */
const isRun = (text: string): boolean => {
  const steps = Array.from(text).map(
    (letter, i, all) => (letter.codePointAt(0) ?? 0) - (all[i - 1]?.codePointAt(0) ?? 0),
  )
  return steps.slice(1).filter((step) => Math.abs(step) <= 1).length > text.length * 0.7
}

/**
 * May this be a password? Length is the schema's; here: not a few letters repeated, not a run of neighbours, not a word that
 * everybody tries or that stands on the person's card (`words`: login name, names, company) with little else. Code: passwordWeak.
 */
export function mayUsePassword(password: string, words: readonly string[]): Decision {
  const text = plain(password)
  if (new Set(text).size < DISTINCT_MIN || isRun(text)) return no('passwordWeak')
  const known = [...words.map(plain).filter((word) => word.length >= 4), ...COMMON]
  const longestFirst = known.sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), text).replace(/[^\p{L}\p{N}]/gu, '')
  const isKnown = longestFirst.some((word) => text.includes(word))
  return isKnown && (rest.length < REST_MIN || /^\d+$/.test(rest)) ? no('passwordWeak') : yes(true)
}
