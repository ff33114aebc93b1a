import type { ImportLimits } from '../limits'
import type { Archive } from './archive'
import type { NumberStyle } from './numbers'
import { styleOfFormat } from './numbers'
import { readWholeXml } from './xml'

const FORMATS_MAX = 100_000

/** How each style of a workbook shows numbers, by its index. */
export async function readStyles(archive: Archive, path: string | null, limits: ImportLimits): Promise<NumberStyle[]> {
  if (path === null || !archive.has(path)) return []
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  let isInCellStyles = false
  await readWholeXml(
    archive.text(path),
    {
      open: (name, attributes) => {
        if (name === 'cellXfs') isInCellStyles = true
        if (name === 'numFmt' && formats.size < FORMATS_MAX)
          formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
        if (name !== 'xf' || !isInCellStyles || styles.length >= FORMATS_MAX) return
        const id = Number(attributes.numFmtId ?? 0)
        styles.push(styleOfFormat(id, formats.get(id)))
      },
      close: (name) => {
        if (name === 'cellXfs') isInCellStyles = false
      },
    },
    limits,
  )
  return styles
}
