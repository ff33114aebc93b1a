'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Dash, DescriptionList } from '@/components/ui/description-list'
import type { CustomerRecord } from './use-customer'

/** Whom to call at a customer, and where its people sign in. */
export function ContactCard({ customer }: { customer: CustomerRecord }) {
  const t = useTranslations('customer.profile')
  const { contact, signInUrl } = customer
  return (
    <Card title={t('contact')} note={t('contactHint')}>
      <DescriptionList
        facts={[
          { key: 'name', term: t('name'), value: contact.name || t('noContact') },
          {
            key: 'email',
            term: t('email'),
            value: contact.email ? (
              <a className="text-accent-text hover:underline" href={`mailto:${contact.email}`}>
                {contact.email}
              </a>
            ) : (
              <Dash />
            ),
          },
          {
            key: 'phone',
            term: t('phone'),
            value: contact.phone ? <a href={`tel:${contact.phone.replace(/[^+0-9]/g, '')}`}>{contact.phone}</a> : null,
          },
          {
            key: 'signIn',
            term: t('signIn'),
            value: (
              <span className="flex items-center gap-1">
                <a className="min-w-0 break-all text-accent-text hover:underline" href={signInUrl}>
                  {signInUrl}
                </a>
                <CopyButton text={signInUrl} label={t('copy')} />
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}
