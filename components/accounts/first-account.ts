import type { Person } from '@/components/access/access-provider'
import type { Locale } from '@/server/i18n/locales'

/** An account about which nothing is known yet: it begins with its maker's language and time zone, and is told at once. */
export const emptyAccount = ({ locale, timeZone }: Pick<Person, 'locale' | 'timeZone'>) => ({
  loginName: '',
  password: '',
  firstName: '',
  lastName: '',
  email: '',
  phoneCountry: '',
  phoneArea: '',
  phoneNumber: '',
  phoneExtension: '',
  timeZone,
  locale: (locale === 'fr' ? 'fr' : 'en') satisfies Locale as Locale,
  mail: 'now' as 'now' | 'later' | 'none',
  mailOn: '',
})
