/** An amount in the minor unit of its currency (cents, yen): an integer, as text when it travels. */
export type Money = { currency: Currency; minor: bigint }

/** ISO 4217, upper case. */
export type Currency = string

/** Digits after the point of a currency: 2 for most, 0 for yen, 3 for dinars. */
export const minorDigits = (currency: Currency): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Is it a currency that can be shown? Three capital letters that the language data know by a name. */
export const isCurrency = (code: string): boolean =>
  /^[A-Z]{3}$/.test(code) &&
  new Intl.DisplayNames(['en'], { type: 'currency', fallback: 'none' }).of(code) !== undefined

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

/** `numerator / denominator` rounded to an integer, half away from zero: the one rounding rule of Tierline. */
export function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const isNegative = numerator < 0n !== denominator < 0n
  const [top, bottom] = [abs(numerator), abs(denominator)]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return isNegative ? -rounded : rounded
}

/** A share of an amount, rounded once: `portion(fee, 17, 30)` is the fee of 17 days of 30. */
export const portion = ({ currency, minor }: Money, numerator: number, denominator: number): Money => ({
  currency,
  minor: roundedQuotient(minor * BigInt(numerator), BigInt(denominator)),
})

/** An amount so many times (whole units, whole months): exact. */
export const times = ({ currency, minor }: Money, count: number): Money => ({ currency, minor: minor * BigInt(count) })

/** Totals per currency, in the order of their codes; currencies are never added to each other. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<Currency, bigint>()
  for (const { currency, minor } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + minor)
  return [...totals]
    .map(([currency, minor]) => ({ currency, minor }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/**
 * The decimal text of an amount for Intl.NumberFormat, which takes text without loss: 123456 cents → "1234.56".
 */
export function decimalText({ currency, minor }: Money): `${number}` {
  const digits = minorDigits(currency)
  const text = abs(minor)
    .toString()
    .padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const fraction = text.slice(text.length - digits)
  return `${minor < 0n ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}` as `${number}`
}

/** The amount that a decimal text means in a currency, or null: no more digits than the currency has, at most 15 in all. */
export function parseMoney(text: string, currency: Currency): Money | null {
  const digits = minorDigits(currency)
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  if (fraction.length > digits || whole.length + digits > 15) return null
  const minor = BigInt(whole + fraction.padEnd(digits, '0'))
  return { currency, minor: sign === '-' ? -minor : minor }
}
