import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** A style sheet as text; `fonts`: where each that it asks for is kept, by its name; `mainFont`: the address of the one that every page shows. */
export type StyleSheet = { text: string; fonts: ReadonlyMap<string, string>; mainFont: string }

/**
 * The console's style sheet as a build needs it: one text that stands in every page (docs/decisions/021). `next dev` makes its
 * own, of the same file. Runs inside next.config.ts: only packages, nothing of ours.
 */
export async function styleSheet(file: string): Promise<StyleSheet> {
  const { default: postcss } = await import('postcss')
  const { default: tailwind } = await import('@tailwindcss/postcss')
  const { css } = await postcss([tailwind({ optimize: { minify: true } })]).process(await readFile(file, 'utf8'), {
    from: file,
  })
  const fonts = new Map<string, string>()
  for (const [, place = ''] of css.matchAll(FONT)) {
    const font = resolve(dirname(file), place)
    const hash = createHash('sha256')
      .update(await readFile(font))
      .digest('hex')
    fonts.set(`${hash.slice(0, 8)}-${basename(font)}`, font)
  }
  const names = new Map([...fonts].map(([name, font]) => [font, name]))
  const text = css.replaceAll(FONT, (_, place: string) => {
    return `url(${addressOf(names.get(resolve(dirname(file), place)))})`
  })
  return { text, fonts, mainFont: addressOf([...fonts.keys()].find((name) => MAIN.test(name))) }
}

const addressOf = (name: string | undefined) => `/_next/static/fonts/${name}`
const MAIN = /-latin-wght-/
const FONT = /url\(["']?([^"')]+\.woff2)["']?\)/g

/** Puts the fonts among what a build serves for ever under their names. */
export async function placeFonts({ fonts }: StyleSheet, buildFolder: string): Promise<void> {
  const folder = join(buildFolder, 'static', 'fonts')
  await mkdir(folder, { recursive: true })
  for (const [name, font] of fonts) await copyFile(font, join(folder, name))
}
