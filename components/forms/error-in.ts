/** The first sentence of an error of a list in a form: its own, or that of one of its entries. */
export function errorIn(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string') return error.message
  return Object.values(error)
    .map(errorIn)
    .find((message) => message !== undefined)
}
