'use client'

import { useTranslations } from 'next-intl'
import { IMPORT_FIELD_KEYS, IMPORT_FIELDS } from '@/server/features/imports/fields'

/** Which columns a file must and may have, and an empty one to begin with. */
export function FileNeeds() {
  const t = useTranslations('imports')
  const lists = [
    { heading: t('required'), fields: IMPORT_FIELD_KEYS.filter((key) => IMPORT_FIELDS[key].required) },
    { heading: t('optional'), fields: IMPORT_FIELD_KEYS.filter((key) => !IMPORT_FIELDS[key].required) },
  ]
  return (
    <section className="text-sm">
      <h2 className="font-semibold text-base">{t('columnsTitle')}</h2>
      <p className="mt-0.5 text-ink-3">{t('columnsHint')}</p>
      {lists.map(({ heading, fields }) => (
        <div key={heading} className="mt-3">
          <h3 className="font-medium">{heading}</h3>
          <p className="text-ink-2">{fields.map((key) => t(`field.${key}`)).join(' · ')}</p>
        </div>
      ))}
      <a className="mt-4 inline-block text-accent-text hover:underline" href="/api/imports/template" download>
        {t('template')}
      </a>
    </section>
  )
}
