import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TrialScreen } from '@/components/register/trial-screen'
import { Banner } from '@/components/ui/banner'
import { WithMessages } from '@/server/i18n/with-messages'
import { domainErrorIn } from '@/server/trpc/domain-error'
import { caller } from '@/server/trpc/rsc'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('register'))('trialMeta') }
}

/** What the form offers, or the refusal that somebody can do something about; no such form is *not found*. */
async function lookAt(planId: string) {
  try {
    return { offer: await (await caller()).trial.look({ planId }), refused: null }
  } catch (error) {
    if (error instanceof TRPCError && ['NOT_FOUND', 'BAD_REQUEST'].includes(error.code)) notFound()
    const refused = domainErrorIn(error)
    if (!refused) throw error
    return { offer: null, refused }
  }
}

export default async function Page({ params }: PageProps<'/trial/[id]'>) {
  const { id } = await params
  const { offer, refused } = await lookAt(id)
  if (!offer) {
    const t = await getTranslations('errors')
    const tRegister = await getTranslations('register')
    return (
      <div className="mx-auto flex w-full max-w-160 flex-col gap-4">
        <h1 className="font-semibold text-xl">{tRegister('trialMeta')}</h1>
        <Banner tone="warning">{refused ? t(refused.code, refused.params) : null}</Banner>
      </div>
    )
  }
  return (
    <WithMessages of={['register', 'licence', 'companies', 'accounts', 'signIn']}>
      <TrialScreen planId={id} offer={offer} />
    </WithMessages>
  )
}
