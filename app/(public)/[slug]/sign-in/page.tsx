import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInScreen } from '@/components/sign-in/sign-in-screen'
import { loadSignIn } from '../../load-sign-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function Page({ params, searchParams }: PageProps<'/[slug]/sign-in'>) {
  const { slug } = await params
  const page = await loadSignIn(await searchParams, slug).catch((error: unknown) => {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    throw error
  })
  return <SignInScreen {...page} />
}
