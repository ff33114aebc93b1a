import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getMessages, getNow, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StyleSheet } from '@/components/shell/style-sheet'
import { THEME_WORD, themeOf } from '@/components/shell/themes'
import { Connected } from '@/components/trpc/client'
import { PhoneProvider } from '@/components/ui/device'
import { MemoryProvider } from '@/components/ui/memory'
import { MEMORY_COOKIE } from '@/components/ui/memory-cookie'
import { Tips } from '@/components/ui/tips'
import { Toaster } from '@/components/ui/toaster'
import { FirstWords } from '@/components/words'
import { SHARED_NAMESPACES, textOf } from '@/server/i18n/messages'
// Only in development: a build leaves it out (next.config.ts) and has it inside the page (components/shell/style-sheet.tsx).
import '@/app/globals.css'

export const metadata: Metadata = { title: { default: 'Tierline', template: '%s · Tierline' } }

/** How the browser was left: what it remembers of the console, and the theme that was chosen, if one was. */
async function kept() {
  const memory = (await cookies()).get(MEMORY_COOKIE)?.value
  const theme = themeOf(new URLSearchParams(memory).get(THEME_WORD))
  return { memory, theme: theme === 'system' ? undefined : theme }
}

/** The theme stands in the page itself, so that its very first frame is right and no script has to run before it. */
export async function generateViewport(): Promise<Viewport> {
  return { width: 'device-width', initialScale: 1, colorScheme: (await kept()).theme ?? 'light dark' }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { memory, theme } = await kept()
  const locale = await getLocale()
  const text = textOf(await getMessages(), SHARED_NAMESPACES)
  return (
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <body>
        <StyleSheet />
        <FirstWords text={text} locale={locale} timeZone={await getTimeZone()} now={await getNow()}>
          <MemoryProvider initial={memory}>
            <PhoneProvider isPhone={/Mobi/.test((await headers()).get('user-agent') ?? '')}>
              <Connected>{children}</Connected>
            </PhoneProvider>
          </MemoryProvider>
          <Tips />
          <Toaster />
        </FirstWords>
      </body>
    </html>
  )
}
