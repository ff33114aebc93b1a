'use client'

import { useMemory } from '@/components/ui/memory'
import { THEME_WORD, type Theme, themeOf } from './themes'

/** The chosen theme and how to choose another. The server writes it into the page (app/layout.tsx); style sheets do the rest. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [word, remember] = useMemory(THEME_WORD)
  const choose = (theme: Theme) => {
    remember(theme === 'system' ? null : theme)
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
  }
  return [themeOf(word), choose]
}
