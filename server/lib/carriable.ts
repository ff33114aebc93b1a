/** Deeper than anything a form or a list sends. */
const DEPTH_MAX = 32

const isText = (value: string): boolean => value.isWellFormed() && !value.includes('\0')

/**
 * Where an input holds what the database cannot carry (`company.emergencyEmails.0`), or null. PostgreSQL has no NUL, and half
 * a surrogate pair is no character; both are refused once, at the edge, whatever the field. So is what is nested too deep.
 */
export function uncarriablePath(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'string') return isText(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  if (depth >= DEPTH_MAX) return path
  for (const [key, item] of Object.entries(value)) {
    const found = isText(key) ? uncarriablePath(item, path === '' ? key : `${path}.${key}`, depth + 1) : path
    if (found !== null) return found
  }
  return null
}
