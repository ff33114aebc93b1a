import { isSchema, sampleOf, type Words } from './zod-samples'

/** A value as it travels: JSON text, so that what JSON can say and TypeScript cannot (`__proto__`, half a surrogate) arrives. */
export type Hostile = { name: string; json: string }

const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)

/** Values that have broken somebody's server somewhere. */
export const HOSTILE: readonly Hostile[] = [
  { name: 'null', json: 'null' },
  { name: 'operator', json: '{"not":null,"gt":"","contains":"%","in":[]}' },
  { name: 'NUL', json: '"a\\u0000b"' },
  { name: 'lone surrogate', json: '"a\\ud800"' },
  { name: 'beyond int4', json: '2147483648' },
  { name: 'huge number', json: '1e308' },
  { name: 'list of lists', json: '[[[]],[null]]' },
  { name: 'like', json: '"%_%\\\\%"' },
  { name: 'true', json: 'true' },
  { name: 'empty text', json: '""' },
  { name: 'empty object', json: '{}' },
  { name: 'empty list', json: '[]' },
  { name: 'mongo', json: '{"$ne":null,"$where":"1"}' },
  { name: '__proto__', json: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}' },
  { name: 'toString', json: '{"toString":1,"valueOf":2,"then":3,"toJSON":4,"length":1e9}' },
  { name: 'control', json: '"\\u0001\\u001b[2J\\u007f"' },
  { name: 'reversed surrogates', json: '"\\udc00\\ud800"' },
  { name: 'right to left', json: '"\\u202e\\u2066abc\\ufeff\\u200b"' },
  { name: 'combining', json: `"${'e\u0301'.repeat(3000)}"` },
  { name: 'quote', json: `"'; drop table company; --"` },
  { name: 'format', json: '"{0} {{x}} <%= 7*7 %> %s %n <script>"' },
  { name: 'path', json: '"../../../etc/passwd\\u0000.csv"' },
  { name: 'infinite', json: '1e999' },
  { name: 'negative', json: '-9007199254740993' },
  { name: 'fraction', json: '0.1' },
  { name: 'minus zero', json: '-0' },
  { name: 'not a number', json: '"NaN"' },
  { name: 'uuid of zeros', json: '"00000000-0000-0000-0000-000000000000"' },
  { name: 'impossible day', json: '"2026-02-30"' },
  { name: 'far day', json: '"+275760-09-13T00:00:00.001Z"' },
  { name: 'long', json: `"${'x'.repeat(100_000)}"` },
  { name: 'long list', json: `[${'"x",'.repeat(20_000)}"x"]` },
  { name: 'deep list', json: deep('[', ']', 2_000) },
  { name: 'deep object', json: `${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}` },
]

/** The first of them are tried in every place, a quarter of the others in each. */
const EVERYWHERE = 8

/** Too large to try everywhere: once per procedure. */
export const ENORMOUS: readonly Hostile[] = [
  { name: '10 MB text', json: `"${'x'.repeat(10 * 1024 * 1024)}"` },
  { name: 'very deep', json: deep('[', ']', 200_000) },
]

const escaped = (value: unknown) => JSON.stringify(value) ?? 'null'

/**
 * JSON texts of a procedure's input with one hostile value each: in place of the whole, of each field (required or not, however
 * deep), of each element, and as a field nobody asked for.
 */
export function hostileInputs(inputs: readonly unknown[], words: Words): Hostile[] {
  const [schema] = inputs.filter(isSchema)
  const whole = HOSTILE.map(({ name, json }) => ({ name: `whole ${name}`, json }))
  if (!schema) return whole
  const sample = sampleOf(schema, words, 'full')
  const places = placesIn(sample).flatMap(([path, before, after], at) =>
    HOSTILE.filter((_, number) => number < EVERYWHERE || (number + at) % 4 === 0).map(({ name, json }) => ({
      name: `${path} ${name}`,
      json: before + json + after,
    })),
  )
  return [...whole, ...places]
}

/** Every place in a value, as the JSON before and after it. */
function placesIn(value: unknown, path = ''): [path: string, before: string, after: string][] {
  if (Array.isArray(value)) {
    const [first, ...rest] = value
    const tail = rest.map((item) => `,${escaped(item)}`).join('')
    return value.length === 0
      ? []
      : [
          [`${path}.0`, '[', `${tail}]`],
          ...placesIn(first, `${path}.0`).map(([p, b, a]) => [p, `[${b}`, `${a}${tail}]`] as [string, string, string]),
        ]
  }
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return [
    ...entries.flatMap(([key, item]): [string, string, string][] => {
      const others = entries
        .filter(([other]) => other !== key)
        .map(([other, its]) => `${escaped(other)}:${escaped(its)},`)
        .join('')
      const [before, after] = [`{${others}${escaped(key)}:`, '}']
      return [
        [`${path}.${key}`, before, after],
        ...placesIn(item, `${path}.${key}`).map(([p, b, a]): [string, string, string] => [p, before + b, a + after]),
      ]
    }),
    [
      `${path}.unasked`,
      `{${entries.map(([key, item]) => `${escaped(key)}:${escaped(item)},`).join('')}"unasked":`,
      '}',
    ],
  ]
}
