/** The sort after a click on a column: its first direction, the other one, then the list's own order. */
export function nextSort(now: string | null, field: string, first: 'asc' | 'desc' = 'asc'): string | null {
  const [one, other] = first === 'asc' ? [field, `-${field}`] : [`-${field}`, field]
  if (now === one) return other
  return now === other ? null : one
}
