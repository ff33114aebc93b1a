import { THEME_KEY } from './theme-choice'

/** Draws in the chosen theme, and again when the choice or the system changes. Sent as text: it may use nothing from outside. */
function followTheme(key: string) {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const draw = () => {
    let kept: string | null = null
    try {
      kept = window.localStorage.getItem(key)
    } catch {
      // A browser that keeps nothing shows what the system shows.
    }
    const isDark = kept === 'dark' || (kept !== 'light' && system.matches)
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  }
  draw()
  system.addEventListener('change', draw)
  window.addEventListener('storage', draw)
}

/** Light, dark or as the system has it, before the first paint. */
export function Theme({ nonce }: { nonce: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning>{`(${followTheme})(${JSON.stringify(THEME_KEY)})`}</script>
}
