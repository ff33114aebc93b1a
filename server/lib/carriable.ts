/** Deeper than anything a form or a list sends. */
const DEPTH_MAX = 32

/**
 * Can the database carry every text of this input? PostgreSQL has no NUL, and half a surrogate pair is no character; both are
 * refused once, at the edge, whatever the field. Also refuses what is nested too deep.
 */
export function isCarriable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  if (depth >= DEPTH_MAX) return false
  if (Array.isArray(value)) return value.every((item) => isCarriable(item, depth + 1))
  return Object.entries(value).every(([key, item]) => isCarriable(key, depth) && isCarriable(item, depth + 1))
}
