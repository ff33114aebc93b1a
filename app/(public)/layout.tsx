import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ThemeMenu } from '@/components/shell/theme-menu'
import { LanguageChoice } from '@/components/sign-in/preferences'
import { WithMessages } from '@/server/i18n/with-messages'

/** The frame of the pages that need no account. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('signIn')
  return (
    <WithMessages of={['signIn']}>
      <div className="flex min-h-dvh flex-col bg-canvas text-ink">
        <header className="flex h-14 items-center justify-between gap-4 px-4 sm:px-8">
          <span className="font-semibold text-base">{t('brand')}</span>
          <div className="flex items-center gap-2">
            <LanguageChoice />
            <ThemeMenu />
          </div>
        </header>
        <main className="mx-auto flex w-full max-w-280 flex-1 px-4 py-8 sm:px-8 sm:py-16">{children}</main>
      </div>
    </WithMessages>
  )
}
