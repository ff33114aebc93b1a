'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { useTRPC } from '@/components/trpc/client'
import type { MenuAction } from '@/components/ui/menu'
import { LOCALES } from '@/server/i18n/locales'

const THEMES = ['system', 'light', 'dark'] as const

/** The languages, each in its own words; the account keeps the choice. */
export function useLanguageChoices(): MenuAction[] {
  const locale = useLocale()
  const router = useRouter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const choose = useMutation(
    trpc.self.setLocale.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        router.refresh()
      },
    }),
  )
  return LOCALES.map((each) => ({
    key: each,
    label: new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each,
    checked: each === locale,
    onSelect: () => choose.mutate({ locale: each }),
  }))
}

/** Light, dark, or as the system has it; the browser keeps the choice. */
export function useThemeChoices(): MenuAction[] {
  const t = useTranslations('shell')
  const { theme, setTheme } = useTheme()
  return THEMES.map((each) => ({
    key: each,
    label: t(`theme.${each}`),
    checked: each === theme,
    onSelect: () => setTheme(each),
  }))
}
