/** Where the browser keeps the choice of a theme. */
export const THEME_KEY = 'theme'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What was chosen in this browser; one that keeps nothing follows the system. */
export function chosenTheme(): Theme {
  const kept = storage()?.getItem(THEME_KEY)
  return THEMES.find((theme) => theme === kept) ?? 'system'
}

/** Keeps a choice; this tab hears of it as the others do, and draws (theme.tsx). */
export function chooseTheme(theme: Theme): void {
  storage()?.setItem(THEME_KEY, theme)
  window.dispatchEvent(new Event('storage'))
}

/** Some browsers are told to keep nothing: asking for it is an error there. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
