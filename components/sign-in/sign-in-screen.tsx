import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/ui/banner'
import type { SignInPage } from '@/server/auth/sign-in-page'
import { DemoCards } from './demo-cards'
import { SignInForm } from './sign-in-form'

type Props = SignInPage & { rememberedSlug: string; next: string; hasLeft: boolean }

/** The sign-in page: of one company, or the general one; in the demo with its cards. */
export async function SignInScreen({ company, demo, rememberedSlug, next, hasLeft }: Props) {
  const t = await getTranslations('signIn')
  return (
    <div
      className={demo ? 'flex w-full flex-col gap-10 lg:flex-row lg:items-start lg:gap-16' : 'mx-auto w-full max-w-90'}
    >
      <div className="flex w-full max-w-90 shrink-0 flex-col gap-6 lg:sticky lg:top-8">
        <div>
          <h1 className="text-balance font-semibold text-xl">
            {company ? t('titleOf', { company: company.name }) : t('title')}
          </h1>
          <p className="mt-1 text-ink-2 text-sm">{t('purpose')}</p>
        </div>
        {hasLeft ? <Banner live>{t('signedOut')}</Banner> : null}
        <SignInForm slug={company?.slug ?? null} rememberedSlug={rememberedSlug} next={next} />
        {company ? (
          <Link href="/sign-in" className="text-accent-text text-sm underline-offset-3 hover:underline">
            {t('otherCompany')}
          </Link>
        ) : null}
        <Link href="/register" className="text-accent-text text-sm underline-offset-3 hover:underline">
          {t('registerKey')}
        </Link>
      </div>
      {demo ? <DemoCards cards={demo.cards} password={demo.password} next={next} /> : null}
    </div>
  )
}
