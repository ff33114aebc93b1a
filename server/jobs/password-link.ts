import type { Prisma } from '@/prisma/generated/client'
import { sendLink } from '@/server/auth/forgot'

/** A password was forgotten: the link goes out, if the name is anybody's. */
export async function passwordLink({ slug, loginName }: Prisma.JsonObject): Promise<'finished'> {
  await sendLink({ slug: String(slug), loginName: String(loginName) })
  return 'finished'
}
