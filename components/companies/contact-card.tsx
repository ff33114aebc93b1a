'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { Dash, DescriptionList } from '@/components/ui/description-list'

type Company = { contact: { name: string; email: string; phone: string }; signInUrl: string }

/** Whom to call at a company, and where its people sign in. */
export function ContactCard({ company }: { company: Company }) {
  const t = useTranslations('companies.contact')
  const { contact, signInUrl } = company
  return (
    <Card title={t('title')} note={t('hint')}>
      <DescriptionList
        facts={[
          { key: 'name', term: t('name'), value: contact.name || t('none') },
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
