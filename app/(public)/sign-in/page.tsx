import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { loadSignIn } from '@/components/sign-in/load-sign-in'
import { SignInScreen } from '@/components/sign-in/sign-in-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  return <SignInScreen {...(await loadSignIn(await searchParams))} />
}
