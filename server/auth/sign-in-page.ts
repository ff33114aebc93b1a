import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'
import { DEMO_PASSWORD } from './demo'
import { type DemoCard, demoCards } from './demo-cards'

type Door = { slug: string; name: string; scope: string }

async function doorOf(slug: string): Promise<Door> {
  const select = { slug: true, name: true, scope: true }
  const door = await asSystem((tx) => tx.company.findUnique({ where: { slug: slug.toLowerCase() }, select }))
  if (!door) throw new DomainError('notFound')
  return door
}

export type SignInPage = {
  /** The company whose page it is; null on the general page. */
  company: { slug: string; name: string } | null
  /** Null outside of the demo. */
  demo: { cards: DemoCard[]; password: string } | null
}

/** What a stranger sees of a company's sign-in page, or of the general one. Refuses with notFound: nobody has this address. */
export async function signInPage({ slug }: { slug?: string | undefined }): Promise<SignInPage> {
  const door = slug === undefined ? null : await doorOf(slug)
  const cards = await demoCards(door?.scope)
  return {
    company: door && { slug: door.slug, name: door.name },
    demo: cards && { cards, password: DEMO_PASSWORD },
  }
}
