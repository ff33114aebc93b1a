import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from '../limits'
import type { Archive } from './archive'
import { readWholeXml } from './xml'

export type Workbook = {
  /** The sheets with cells that a person can see, in their order. */
  sheets: { name: string; path: string }[]
  sharedStringsPath: string | null
  stylesPath: string | null
  /** Days are counted from 1904 (old Macintosh workbooks). */
  is1904: boolean
}

const SHEETS_MAX = 200

type Relation = { type: string; path: string }

/** What a workbook consists of. Refuses with fileNotWorkbook. */
export async function readWorkbook(archive: Archive, limits: ImportLimits): Promise<Workbook> {
  const root = archive.has('_rels/.rels')
    ? await relationsOf(archive, '_rels/.rels', '', limits)
    : new Map<string, Relation>()
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = await relationsOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder, limits)
  const sheets: Workbook['sheets'] = []
  let is1904 = false
  await readWholeXml(
    archive.text(path),
    {
      open: (name, attributes) => {
        if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
        if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return
        const relation = relations.get(attributes['r:id'] ?? idOf(attributes))
        if (relation?.type === 'worksheet' && archive.has(relation.path) && sheets.length < SHEETS_MAX) {
          sheets.push({ name: attributes.name ?? '', path: relation.path })
        }
      },
    },
    limits,
  )
  if (sheets.length === 0) throw new DomainError('fileNotWorkbook')
  const pathOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.path ?? null
  return { sheets, sharedStringsPath: pathOf('sharedStrings'), stylesPath: pathOf('styles'), is1904 }
}

/** The relation of a sheet, under whatever prefix the writer chose. */
const idOf = (attributes: Readonly<Record<string, string>>): string =>
  attributes[Object.keys(attributes).find((key) => key.endsWith(':id')) ?? ''] ?? ''

async function relationsOf(
  archive: Archive,
  path: string,
  folder: string,
  limits: ImportLimits,
): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  await readWholeXml(
    archive.text(path),
    {
      open: (name, { Id = '', Type = '', Target = '' }) => {
        if (name !== 'Relationship') return
        const type = Type.slice(Type.lastIndexOf('/') + 1)
        relations.set(Id, { type, path: Target.startsWith('/') ? Target.slice(1) : folder + Target })
      },
    },
    limits,
  )
  return relations
}
