'use client'

import { useServerInsertedHTML } from 'next/navigation'
import { useRef } from 'react'

/** What the build made of app/globals.css. Only the server's code holds it (next.config.ts). */
const STYLE = typeof window === 'undefined' ? process.env.STYLE_SHEET : undefined
const FONT = typeof window === 'undefined' ? process.env.MAIN_FONT : undefined

/**
 * The style sheet inside the page, once: its first frame waits for no second answer. Where the console's own font is shown (app/globals.css)
 * it is asked for at once. In development there is neither: `next dev` links its own, which follows every change.
 */
export function StyleSheet() {
  const isThere = useRef(false)
  useServerInsertedHTML(() => {
    if (!STYLE || isThere.current) return null
    isThere.current = true
    return (
      <>
        <link rel="preload" as="font" type="font/woff2" crossOrigin="" media="(width >= 56.25rem)" href={FONT} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own build's */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </>
    )
  })
  return null
}
