import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkScreen } from '@/components/sign-in/link-screen'
import { loadLink } from '../../load-link'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the link's secret: no page that is opened from here learns it.
  return { title: (await getTranslations('signIn'))('choose.page.invitation'), referrer: 'no-referrer' }
}

export default async function Page({ params }: PageProps<'/invitation/[token]'>) {
  return <LinkScreen {...(await loadLink('invitation', (await params).token))} />
}
