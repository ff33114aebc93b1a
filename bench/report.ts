/** A line of the table: what was measured, what Tierline gave, what the floor gave, and whether the goal is met. */
export type Line = {
  row: string
  work: string
  size: string
  floor: string
  tierline: string
  ratio: string
  goal: string
  isMet: boolean | null
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
export const perSecond = (value: number) => `${Math.round(value)}/s`
export const times = (value: number) => `${value.toFixed(2)} ×`
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`

const TITLES: Record<Exclude<keyof Line, 'isMet'>, string> = {
  row: '#',
  work: 'work',
  size: 'size',
  floor: 'floor',
  tierline: 'Tierline',
  ratio: 'ratio',
  goal: 'goal',
}

/** The table, columns aligned. Only ratios of one run mean anything. */
export function tableOf(lines: readonly Line[]): string {
  const keys = Object.keys(TITLES) as (keyof typeof TITLES)[]
  const widths = keys.map((key) => Math.max(TITLES[key].length, ...lines.map((line) => line[key].length)))
  const show = (cells: readonly string[], end: string) =>
    `${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}  ${end}`.trimEnd()
  return [
    show(
      keys.map((key) => TITLES[key]),
      '',
    ),
    show(
      widths.map((width) => '─'.repeat(width)),
      '',
    ),
    ...lines.map((line) =>
      show(
        keys.map((key) => line[key]),
        line.isMet === null ? '' : line.isMet ? '✓' : '✗ missed',
      ),
    ),
  ].join('\n')
}
