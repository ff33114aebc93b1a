import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RegisterScreen } from '@/components/register/register-screen'
import { WithMessages } from '@/server/i18n/with-messages'
import { domainErrorIn } from '@/server/trpc/domain-error'
import { caller } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('title'), referrer: 'no-referrer' }
}

/** What the key of a link gives, or why nothing. */
async function lookAt(key: string) {
  if (key === '') return { looked: null, refusal: null }
  try {
    return { looked: await (await caller()).register.look({ key }), refusal: null }
  } catch (error) {
    const refused = domainErrorIn(error)
    if (!refused) throw error
    return { looked: null, refusal: { code: refused.code, params: refused.params } }
  }
}

export default async function Page({ searchParams }: PageProps<'/register'>) {
  const { key } = await searchParams
  const initialKey = typeof key === 'string' ? key.trim().slice(0, 200) : ''
  return (
    <WithMessages of={['register', 'licence', 'companies', 'accounts', 'signIn']}>
      <RegisterScreen initialKey={initialKey} {...(await lookAt(initialKey))} />
    </WithMessages>
  )
}
