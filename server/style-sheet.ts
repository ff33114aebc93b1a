import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

/** A style sheet as text. `fonts`: where each that it asks for is kept, by its name; `mainFont`: the address of the one that every page shows. */
export type StyleSheet = { text: string; fonts: ReadonlyMap<string, string>; mainFont: string }

const FONT = /url\(["']?([^"')]+\.woff2)["']?\)/g
const ADDRESS = '/_next/static/fonts/'

/**
 * The console's style sheet as a build needs it: one text that stands in every page (docs/decisions/016). `next dev` makes its
 * own, of the same file. Runs inside next.config.ts: only packages, nothing of ours.
 */
export async function styleSheet(from: string): Promise<StyleSheet> {
  const { default: postcss } = await import('postcss')
  const { default: tailwind } = await import('@tailwindcss/postcss')
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(readFileSync(from, 'utf8'), {
    from,
  })
  const fonts = new Map<string, string>()
  const text = css.replaceAll(FONT, (_, place: string) => {
    const file = resolve(dirname(from), place)
    const name = `${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8)}-${basename(file)}`
    fonts.set(name, file)
    return `url(${ADDRESS}${name})`
  })
  const main = [...fonts.keys()].find((name) => name.includes('-latin-wght-'))
  if (!main) throw new Error(`${from} names no Latin font`)
  return { text, fonts, mainFont: ADDRESS + main }
}

/** Puts the fonts among what a build serves for ever under their names. */
export function placeFonts({ fonts }: StyleSheet, buildFolder: string): void {
  const folder = join(buildFolder, 'static', 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const [name, file] of fonts) copyFileSync(file, join(folder, name))
}
