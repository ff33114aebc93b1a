import { Temporal } from 'temporal-polyfill'

/** What a cell's format makes of a number: a day, a time, a number with leading zeros (`pad` digits), or just the number. */
export type NumberStyle = 'plain' | 'day' | 'time' | 'dayAndTime' | { pad: number }

const DAYS: readonly [from: number, to: number][] = [
  [14, 17],
  [27, 36],
  [50, 58],
]
const TIMES: readonly [from: number, to: number][] = [
  [18, 21],
  [45, 47],
]
const isWithin = (id: number, ranges: readonly [number, number][]): boolean =>
  ranges.some(([from, to]) => id >= from && id <= to)

/** The style of a number format: built-in ones by their id, own ones by their code. */
export function styleOfFormat(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) {
    if (id === 22) return 'dayAndTime'
    if (isWithin(id, DAYS)) return 'day'
    return isWithin(id, TIMES) ? 'time' : 'plain'
  }
  // Words in quotes, escaped characters, colours and locales are not part of the pattern.
  const pattern = (code.split(';')[0] ?? '').replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|[_*]./gi, '').toLowerCase()
  if (/^0{2,20}$/.test(pattern)) return { pad: pattern.length }
  const hasDay = /[yd]/.test(pattern) || (/m/.test(pattern) && !/[hs]/.test(pattern) && !/[0#?]/.test(pattern))
  const hasTime = /[hs]/.test(pattern)
  if (hasDay) return hasTime ? 'dayAndTime' : 'day'
  return hasTime ? 'time' : 'plain'
}

/** A number of a sheet as the person sees it, days as ISO dates. `raw` is what stands in the file. */
export function shownNumber(raw: string, style: NumberStyle, is1904: boolean): string {
  const text = raw.trim()
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return text
  if (typeof style === 'object')
    return Number.isInteger(value) && value >= 0 ? plain(text, value).padStart(style.pad, '0') : plain(text, value)
  if (style === 'plain' || value < 0 || value >= 2_958_466) return plain(text, value)
  return moment(value, style, is1904)
}

/** Sheets keep fifteen digits; what a binary fraction adds behind them is noise. */
function plain(text: string, value: number): string {
  if (/^-?(0|[1-9]\d*)$/.test(text)) return text
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function moment(value: number, style: 'day' | 'time' | 'dayAndTime', is1904: boolean): string {
  const seconds = Math.round((value % 1) * 86_400)
  const days = Math.floor(value) + Math.floor(seconds / 86_400)
  const time = new Temporal.PlainTime().add({ seconds: seconds % 86_400 }).toString()
  if (style === 'time' && days === 0) return time
  // Sheets believe in a 29th of February 1900, so days before it are one off.
  const first = is1904 ? new Temporal.PlainDate(1904, 1, 1) : new Temporal.PlainDate(1899, 12, days < 60 ? 31 : 30)
  const day = first.add({ days }).toString()
  return style === 'day' || seconds % 86_400 === 0 ? day : `${day}T${time}`
}
