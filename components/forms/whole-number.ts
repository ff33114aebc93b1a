/** Digits alone, spaces forgiven: `1e3` and `1.5` are no whole number, and no rule accepts NaN. */
export const wholeNumber = (typed: unknown): number => {
  const digits = String(typed).replace(/[\s\u202f\u00a0]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}
