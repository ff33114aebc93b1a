import { getLocale, getMessages, getNow, getTimeZone } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Words } from '@/components/words'
import { textOf } from './messages'

/** Gives the client components below the words of these namespaces, besides those that are there already: the shared ones. */
export async function WithMessages({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const text = textOf(await getMessages(), of)
  return (
    <Words text={text} locale={await getLocale()} timeZone={await getTimeZone()} now={await getNow()}>
      {children}
    </Words>
  )
}
