import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'

/** No company has this address. */
export default async function NotFound() {
  const t = await getTranslations('signIn.missing')
  const toSignIn = await getTranslations('signIn')
  return (
    <div className="mx-auto flex max-w-90 flex-col items-start gap-4">
      <h1 className="text-balance font-semibold text-xl">{t('title')}</h1>
      <p className="text-ink-2 text-sm">{t('text')}</p>
      <ButtonLink href="/sign-in" variant="primary">
        {toSignIn('title')}
      </ButtonLink>
    </div>
  )
}
