/** A seeded source of numbers: the same seed gives the same world, on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** An integer, 0 ≤ n < bound. */
  below(bound: number): number
  pick<T>(from: readonly T[]): T
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean
  /** `length` characters of the alphabet of company ids. */
  id(length: number): string
  /** A version 7 UUID whose time is `at`. */
  uuid(at: Date): string
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

function hash(text: string): number {
  let value = 2_166_136_261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return value >>> 0
}

export function randomOf(seed: string): Random {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (bound: number) => Math.floor(next() * bound)
  /** Eight hexadecimal digits. */
  const word = () =>
    Math.floor(next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  return {
    next,
    below,
    pick<T>(from: readonly T[]): T {
      const index = below(from.length)
      if (index >= from.length) throw new Error('nothing to pick from')
      return from[index] as T
    },
    chance: (percent) => next() * 100 < percent,
    id: (length) => Array.from({ length }, () => ALPHABET[below(32)]).join(''),
    uuid(at) {
      const time = at.getTime().toString(16).padStart(12, '0')
      const [one, two, three] = [word(), word(), word()]
      const variant = '89ab'[Number.parseInt(one.charAt(3), 16) & 3]
      return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(4, 7)}-${two}${three.slice(0, 4)}`
    },
  }
}
