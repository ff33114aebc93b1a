import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getMessages, getNow, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Theme } from '@/components/shell/theme'
import { Connected } from '@/components/trpc/client'
import { MemoryProvider } from '@/components/ui/memory'
import { MEMORY_COOKIE } from '@/components/ui/memory-cookie'
import { Tips } from '@/components/ui/tips'
import { Toaster } from '@/components/ui/toaster'
import { FirstWords } from '@/components/words'
import { SHARED_NAMESPACES, textOf } from '@/server/i18n/messages'
import './globals.css'

export const metadata: Metadata = { title: { default: 'Tierline', template: '%s · Tierline' } }
export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const memory = (await cookies()).get(MEMORY_COOKIE)?.value
  const locale = await getLocale()
  const text = textOf(await getMessages(), SHARED_NAMESPACES)
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        <Theme nonce={nonce} />
      </head>
      <body>
        <FirstWords text={text} locale={locale} timeZone={await getTimeZone()} now={await getNow()}>
          <MemoryProvider initial={memory}>
            <Connected>{children}</Connected>
          </MemoryProvider>
          <Tips />
          <Toaster />
        </FirstWords>
      </body>
    </html>
  )
}
