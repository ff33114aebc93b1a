/** A column as either side describes it: type as in pg_type, nullability, whether the database fills it in by itself. */
export type Column = { type: string; nullable: boolean; filled: boolean }
export type Shape = { tables: Map<string, Map<string, Column>>; enums: Map<string, string[]>; uniques: Set<string> }

const SCALARS: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'int4',
  BigInt: 'int8',
  Boolean: 'bool',
  DateTime: 'timestamp',
  Json: 'jsonb',
  Bytes: 'bytea',
  Float: 'float8',
  Decimal: 'numeric',
}
const NATIVE: Readonly<Record<string, string>> = {
  Uuid: 'uuid',
  Date: 'date',
  Timestamptz: 'timestamptz',
  Char: 'bpchar',
}

const mapped = (line: string) => /@map\("([^"]+)"\)/.exec(line)?.[1]
const blocks = (schema: string, word: string) =>
  [...schema.matchAll(new RegExp(`^${word} (\\w+) \\{\\n([\\s\\S]*?)^\\}`, 'gm'))].map(([, name = '', body = '']) => ({
    name,
    lines: body
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('//')),
  }))

const uniqueOf = (table: string, columns: readonly string[]) => `${table}(${[...columns].sort().join(',')})`

/** What schema.prisma says, in the database's words. Only the subset of the language that this project uses. */
export function shapeOfSchema(schema: string): Shape {
  const enums = new Map<string, string[]>()
  const enumNames = new Map<string, string>()
  for (const { name, lines } of blocks(schema, 'enum')) {
    const table = lines.map((line) => /^@@map\("([^"]+)"\)/.exec(line)?.[1]).find(Boolean) ?? name
    enumNames.set(name, table)
    enums.set(
      table,
      lines.filter((line) => !line.startsWith('@@')),
    )
  }
  const models = blocks(schema, 'model')
  const isModel = (type: string) => models.some(({ name }) => name === type)
  const tables: Shape['tables'] = new Map()
  const uniques: Shape['uniques'] = new Set()
  for (const { name, lines } of models) {
    const table = lines.map((line) => /^@@map\("([^"]+)"\)/.exec(line)?.[1]).find(Boolean) ?? name
    const columns = new Map<string, Column>()
    const columnNames = new Map<string, string>()
    for (const line of lines) {
      const [, field = '', type = '', mark = ''] = /^(\w+)\s+(\w+)(\?|\[\])?/.exec(line) ?? []
      if (field === '' || isModel(type)) continue
      const column = mapped(line) ?? field
      columnNames.set(field, column)
      const native = /@db\.(\w+)/.exec(line)?.[1]
      const base = (native && NATIVE[native]) ?? enumNames.get(type) ?? SCALARS[type] ?? `? ${type}`
      columns.set(column, {
        type: mark === '[]' ? `_${base}` : base,
        nullable: mark === '?',
        filled: line.includes('@default('),
      })
      if (/@(id|unique)\b/.test(line)) uniques.add(uniqueOf(table, [column]))
    }
    for (const line of lines) {
      const [, fields] = /^@@(?:id|unique)\(\[([^\]]+)\]/.exec(line) ?? []
      if (fields)
        uniques.add(
          uniqueOf(
            table,
            fields.split(',').map((field) => columnNames.get(field.trim()) ?? field.trim()),
          ),
        )
    }
    tables.set(table, columns)
  }
  return { tables, enums, uniques }
}

type Query = <Row>(text: string) => Promise<Row[]>

/** What the migrations made. Generated columns are left out: SQL alone reads them. */
export async function shapeOfDatabase(query: Query): Promise<Shape> {
  const columns = await query<{ table: string; column: string; type: string; nullable: boolean; filled: boolean }>(`
    select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable,
      column_default is not null or is_identity = 'YES' as filled
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER' and table_name <> '_prisma_migrations'`)
  const values = await query<{ name: string; value: string }>(`
    select t.typname as name, e.enumlabel as value from pg_enum e join pg_type t on t.oid = e.enumtypid
    where t.typnamespace = 'public'::regnamespace order by t.typname, e.enumsortorder`)
  const uniques = await query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey[0:i.indnkeyatts - 1])
    where i.indisunique and i.indpred is null and i.indexprs is null and c.relnamespace = 'public'::regnamespace
    group by c.relname, i.indexrelid`)
  const shape: Shape = { tables: new Map(), enums: new Map(), uniques: new Set() }
  for (const { table, column, ...rest } of columns) {
    shape.tables.set(table, (shape.tables.get(table) ?? new Map()).set(column, rest))
  }
  for (const { name, value } of values) shape.enums.set(name, [...(shape.enums.get(name) ?? []), value])
  for (const { table, columns } of uniques) shape.uniques.add(uniqueOf(table, columns))
  return shape
}

const said = (column: Column | undefined) =>
  column ? `${column.type}${column.nullable ? ' null' : ''}${column.filled ? ' filled' : ''}` : 'nothing'

/** Where the two differ. What the schema says must hold in the database; keys that only the database has are its own affair. */
export function driftBetween(schema: Shape, database: Shape): string[] {
  const findings: string[] = []
  for (const table of new Set([...schema.tables.keys(), ...database.tables.keys()])) {
    const [wanted, real] = [schema.tables.get(table), database.tables.get(table)]
    if (!wanted || !real) {
      findings.push(`${table}: only in the ${wanted ? 'schema' : 'database'}`)
      continue
    }
    for (const column of new Set([...wanted.keys(), ...real.keys()])) {
      if (said(wanted.get(column)) !== said(real.get(column))) {
        findings.push(`${table}.${column}: schema ${said(wanted.get(column))}, database ${said(real.get(column))}`)
      }
    }
  }
  for (const name of new Set([...schema.enums.keys(), ...database.enums.keys()])) {
    const [wanted, real] = [schema.enums.get(name)?.join(' '), database.enums.get(name)?.join(' ')]
    if (wanted !== real) findings.push(`enum ${name}: schema ${wanted}, database ${real}`)
  }
  for (const unique of schema.uniques)
    if (!database.uniques.has(unique)) findings.push(`${unique}: not unique in the database`)
  return findings
}
