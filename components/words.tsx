'use client'

import { type Messages, NextIntlClientProvider, useMessages } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

const known = new Map<string, Messages>()

/** Each text is read once: in the browser, and in a server process for all its requests. */
function messagesIn(text: string): Messages {
  const messages = known.get(text) ?? (JSON.parse(text) as Messages)
  known.set(text, messages)
  return messages
}

type WordsProps = { text: string; locale: string; timeZone: string; now: Date; children: ReactNode }

/** Gives the tree below the words of a text (server/i18n/messages.ts) and the language they are in. */
export function FirstWords({ text, children, ...place }: WordsProps) {
  return (
    <NextIntlClientProvider messages={messagesIn(text)} {...place}>
      {children}
    </NextIntlClientProvider>
  )
}

/** The same, besides the words that are there already. */
export function Words({ text, children, ...place }: WordsProps) {
  const around = useMessages()
  const messages = useMemo(() => ({ ...around, ...messagesIn(text) }), [around, text])
  return (
    <NextIntlClientProvider messages={messages} {...place}>
      {children}
    </NextIntlClientProvider>
  )
}
