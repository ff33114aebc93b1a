import type { ColumnSpec } from './types'

/** What is known of a column without its rows. */
export type ColumnHead = Omit<ColumnSpec<unknown>, 'cell'>

/** A column on screen, and the width somebody gave it. */
export type ShownHead = ColumnHead & { widthSet: number | null }
export type ShownColumn<Row> = ColumnSpec<Row> & { widthSet: number | null }

export const WIDTH_MIN = 64
const WIDTH_MAX = 960
const WIDTH_DEFAULT = 140

type Choice = { key: string; width: number | null }

/** Reads `name:240,contact` into keys and widths; what is not a width is none. */
function readChoices(text: string): Choice[] {
  return text.split(',').map((part) => {
    const [key = '', width] = part.split(':')
    const pixels = Number(width)
    return { key, width: Number.isInteger(pixels) && pixels > 0 ? clampWidth(pixels) : null }
  })
}

export const clampWidth = (pixels: number): number => Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, pixels)))

/**
 * The columns to show, in order. The first spec always stands first: it is the row's name and link. Unknown and
 * repeated keys (an old address) are passed over; a choice that leaves nothing gives the default ones.
 */
export function shownColumns<Head extends ColumnHead>(
  specs: readonly Head[],
  chosen: string | null,
): (Head & { widthSet: number | null })[] {
  const plain = specs.filter((spec) => !spec.optional).map((spec) => ({ ...spec, widthSet: null }))
  if (!chosen) return plain
  const known = new Map(specs.map((spec) => [spec.key, spec]))
  const choices = readChoices(chosen).filter(({ key }) => known.has(key))
  if (choices.length === 0) return plain
  const first = specs[0] ? [{ key: specs[0].key, width: null }] : []
  const shown = new Map<string, Head & { widthSet: number | null }>()
  for (const { key, width } of [...first, ...choices]) {
    const spec = known.get(key)
    if (spec) shown.set(key, { ...spec, widthSet: width })
  }
  return [...shown.values()]
}

/** Writes the choice back; `null` when it is the default one, so that the address stays short. */
export function writeColumns(specs: readonly ColumnHead[], shown: readonly ShownHead[]): string | null {
  const text = shown.map(({ key, widthSet }) => (widthSet === null ? key : `${key}:${clampWidth(widthSet)}`)).join(',')
  const plain = specs.filter((spec) => !spec.optional).map(({ key }) => key)
  return text === plain.join(',') ? null : text
}

/** The width on screen before anybody changed it. */
export const widthOf = ({ widthSet, width, minWidth }: ShownHead): number =>
  widthSet ?? Math.max(width ?? WIDTH_DEFAULT, minWidth ?? WIDTH_MIN)

/** Moves the column at `from` to `to`; the first column stays where it is. */
export function moveColumn(shown: readonly ShownHead[], from: number, to: number): ShownHead[] {
  const next = [...shown]
  const [moved] = next.splice(from, 1)
  if (!moved || from === 0) return [...shown]
  next.splice(Math.max(1, Math.min(to, next.length)), 0, moved)
  return next
}
