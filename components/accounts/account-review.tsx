'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Fact } from '@/components/ui/description-list'

type Account = {
  firstName: string
  lastName: string
  email: string
  phoneCountry?: string | undefined
  phoneArea?: string | undefined
  phoneNumber?: string | undefined
  phoneExtension?: string | undefined
  timeZone?: string | undefined
  password?: string | undefined
  mail?: 'now' | 'later' | 'none' | undefined
  mailOn?: string | undefined
}

/** A first account that is to be, as facts to look over once more. */
export function useAccountReview(account: Account): Fact[] {
  const t = useTranslations('accounts.field')
  const { phoneCountry, phoneArea, phoneNumber, phoneExtension } = account
  const phone = [phoneCountry, phoneArea, phoneNumber, phoneExtension && `× ${phoneExtension}`]
  return [
    { key: 'name', term: t('name'), value: `${account.firstName} ${account.lastName}`.trim() },
    { key: 'email', term: t('email'), value: account.email },
    { key: 'phone', term: t('phone'), value: phone.filter(Boolean).join(' ') },
    { key: 'timeZone', term: t('timeZone'), value: account.timeZone },
  ]
}

/** When a first account is told of itself: at once, on a day, not at all. */
export function useMailReview({ mail = 'now', mailOn = '' }: Account): Fact[] {
  const t = useTranslations('accounts.mail')
  const format = useFormatter()
  // A day has no time zone: noon in UTC, written in UTC, is that day everywhere.
  const day = mailOn
    ? format.dateTime(new Date(`${mailOn}T12:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    : t('someDay')
  const words = { now: t('now'), later: t('laterOn', { day }), none: t('none') }
  return [{ key: 'mail', term: t('legend'), value: words[mail] }]
}

/** How the person comes to sign in for the first time. */
export function FirstSignIn({ account: { password, mail } }: { account: Account }) {
  const t = useTranslations('accounts.mail')
  const how = password ? 'byPassword' : mail === 'none' ? 'notYet' : 'byLink'
  return <Banner tone={how === 'notYet' ? 'warning' : 'info'}>{t(how)}</Banner>
}
