'use client'

import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'

// React warns of a script that it draws in the browser; there it has long run, and is data.
const SCRIPT = typeof window === 'undefined' ? {} : { type: 'application/json' }

/** Light, dark or as the system has it, before the first paint. */
export function Theme({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
      scriptProps={SCRIPT}
      {...(nonce === undefined ? {} : { nonce })}
    >
      {children}
    </ThemeProvider>
  )
}
