import type { Tx } from '@/server/db/client'
import { slugFrom, slugVariants } from './slug'

/** Which of these slugs belong to some company, wherever it is. */
export async function slugsTaken(tx: Tx, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`select slug from slugs_taken(${slugs}::text[]) as slug`
  return new Set(rows.map(({ slug }) => slug))
}

/** The first free slug that a name suggests; empty when the name suggests none. */
export async function proposeSlug(tx: Tx, { name }: { name: string }): Promise<string> {
  const variants = slugVariants(slugFrom(name))
  const taken = await slugsTaken(tx, variants)
  return variants.find((variant) => !taken.has(variant)) ?? ''
}
