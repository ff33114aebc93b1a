import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { pick } from './messages'

/** Gives the client components below the words of these namespaces, besides the shared ones. */
export async function WithMessages({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <NextIntlClientProvider messages={pick(await getMessages(), of)}>{children}</NextIntlClientProvider>
}
