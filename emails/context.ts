import type { Locale } from '@/server/i18n/locales'
import type { Translate } from '@/server/i18n/translator'

/** What every mail needs besides its own props: the reader's language, and the one origin that links may point to. */
export type MailContext = {
  t: Translate
  locale: Locale
  /** Whom it greets. */
  name: string
  /** An address in the console. There is no other way to write a link. */
  link: (path: string) => string
  /** A day as the reader writes it. */
  day: (day: string) => string
}

/** A kind of mail: what its component is given. */
export type MailView<Props, Secrets> = { props: Props; secrets: Secrets; context: MailContext }
