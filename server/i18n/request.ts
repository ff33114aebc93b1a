import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentContext } from '@/server/trpc/request-context'
import { DEFAULT_LOCALE, fromAcceptLanguage, isLocale, LOCALE_COOKIE } from './locales'
import { compiledMessagesOf } from './messages'

/** The language of a request: the account's, then the cookie's, then the browser's; none in the address. */
export default getRequestConfig(async () => {
  const actor = await currentContext().then(
    (context) => context.actor,
    () => null, // the database is gone: the page that says so still needs a language
  )
  const fromCookie = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale =
    actor?.locale ?? (isLocale(fromCookie) ? fromCookie : fromAcceptLanguage((await headers()).get('accept-language')))
  return {
    locale: locale ?? DEFAULT_LOCALE,
    messages: compiledMessagesOf(locale ?? DEFAULT_LOCALE),
    timeZone: actor?.timeZone ?? 'UTC',
    now: new Date(),
  }
})
