import { getTranslations } from 'next-intl/server'

/** No such trial is offered. */
export default async function NotFound() {
  const t = await getTranslations('register.missing')
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-2">
      <h1 className="text-balance font-semibold text-xl">{t('title')}</h1>
      <p className="text-ink-2 text-sm">{t('text')}</p>
    </div>
  )
}
