'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { LOCALE_COOKIE, LOCALES } from '@/server/i18n/locales'
import { languageName } from '@/server/lib/language-name'

const YEAR_SECONDS = 31_536_000

/** The language of the pages before signing in: kept by the browser; afterwards the account's counts. */
export function LanguageChoice() {
  const t = useTranslations('signIn')
  const router = useRouter()
  const locale = useLocale()
  const choose = (chosen: string) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${LOCALE_COOKIE}=${chosen}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    router.refresh()
  }
  return (
    <Select
      size="sm"
      aria-label={t('language')}
      value={locale}
      onChange={(event) => choose(event.target.value)}
      options={LOCALES.map((value) => ({ value, label: languageName(value) }))}
    />
  )
}
