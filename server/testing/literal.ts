import { escapeLiteral } from 'pg'

/**
 * A value as SQL text, for what takes no parameters: COPY, EXECUTE. Its type is what stands around it, as a parameter's is. Only
 * measurements and tests write values into statements.
 */
export function literal(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!Array.isArray(value)) return escapeLiteral(String(value))
  return escapeLiteral(`{${value.map((one) => `"${String(one).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`)
}
