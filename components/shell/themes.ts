export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The word under which the memory (components/ui/memory.tsx) keeps the choice. */
export const THEME_WORD = 'theme'

/** A remembered word as a theme; what is none follows the system. */
export const themeOf = (word: string | null): Theme => THEMES.find((theme) => theme === word) ?? 'system'
