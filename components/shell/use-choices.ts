'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import type { MenuAction } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { LOCALES, type Locale } from '@/server/i18n/locales'
import { THEMES } from './themes'
import { useTheme } from './use-theme'

/** The languages, each in its own words; the account keeps the choice. */
export function useLanguageChoices(): MenuAction[] {
  const locale = useLocale()
  const router = useRouter()
  const { self } = useTRPCClient()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const choose = async (next: Locale) => {
    await self.setLocale.mutate({ locale: next })
    await queries.invalidateQueries()
    router.refresh()
  }
  return LOCALES.map((each) => ({
    key: each,
    label: new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each,
    checked: each === locale,
    onSelect: () => void choose(each).catch((error: unknown) => toast(refusal.of(error))),
  }))
}

/** Light, dark, or as the system has it; the browser keeps the choice. */
export function useThemeChoices(): MenuAction[] {
  const t = useTranslations('shell')
  const [chosen, choose] = useTheme()
  return THEMES.map((each) => ({
    key: each,
    label: t(`theme.${each}`),
    checked: each === chosen,
    onSelect: () => choose(each),
  }))
}
