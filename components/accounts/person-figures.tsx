import { useTranslations } from 'next-intl'
import type { PersonFigures } from '@/server/features/accounts/person-data'

/** What goes with a person, and what stays and why. */
export function PersonFiguresList({ figures: { erased, kept } }: { figures: PersonFigures }) {
  const t = useTranslations('accounts.person.erase')
  return (
    <div className="flex flex-col gap-3 text-sm">
      <section aria-labelledby="person-erased">
        <h3 id="person-erased" className="mb-1 font-semibold">
          {t('erased')}
        </h3>
        <ul className="list-disc pl-5 text-ink-2">
          <li>{t('account', { sessions: erased.sessions })}</li>
          <li>{t('views', { count: erased.views, shared: erased.sharedViews })}</li>
          <li>{t('mails', { count: erased.mails, waiting: erased.mailsWaiting })}</li>
          <li>{t('notes', { count: erased.notes })}</li>
        </ul>
      </section>
      <section aria-labelledby="person-kept">
        <h3 id="person-kept" className="mb-1 font-semibold">
          {t('kept')}
        </h3>
        <ul className="list-disc pl-5 text-ink-2">
          <li>{t('log', { count: kept.log })}</li>
          <li>{t('transactions', { count: kept.transactions })}</li>
        </ul>
        <p className="mt-1 text-ink-3">{t('why')}</p>
      </section>
    </div>
  )
}
