import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { DOOR_COOKIE } from '@/components/sign-in/door-cookie'
import { ForgotForm } from '@/components/sign-in/forgot-form'
import { PublicPage } from '@/components/sign-in/public-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('forgot.title') }
}

export default async function Page() {
  const t = await getTranslations('signIn')
  return (
    <PublicPage title={t('forgot.title')} text={t('forgot.text')}>
      <ForgotForm rememberedSlug={(await cookies()).get(DOOR_COOKIE)?.value ?? ''} />
    </PublicPage>
  )
}
