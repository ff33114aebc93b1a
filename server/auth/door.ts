import { asSystem } from '@/server/db/system'

/** The company whose sign-in page `/<slug>/sign-in` is, as strangers may see it; null when no company has this address. */
export async function doorOf(slug: string): Promise<{ slug: string; name: string; scope: string } | null> {
  if (!/^[a-z0-9-]{2,64}$/i.test(slug)) return null
  return asSystem((tx) =>
    tx.company.findUnique({ where: { slug: slug.toLowerCase() }, select: { slug: true, name: true, scope: true } }),
  )
}
