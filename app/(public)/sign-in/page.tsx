import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInScreen } from '@/components/sign-in/sign-in-screen'
import { loadSignIn } from '../load-sign-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  return <SignInScreen {...(await loadSignIn(await searchParams))} />
}
