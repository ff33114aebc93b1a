'use client'

import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ImportView } from '@/server/features/imports/queries'
import { ReportRows } from './report-rows'
import { useImportActions } from './use-import-actions'

/** The upload was broken off. */
export function Abandoned() {
  const t = useTranslations('imports')
  return (
    <EmptyState
      title={t('abandoned')}
      hint={t('abandonedHint')}
      action={
        <ButtonLink variant="primary" href="/customers/import">
          {t('start')}
        </ButtonLink>
      }
    />
  )
}

/** Why it failed, and the ways on: another reading of the same file, or another file. */
export function Failed({ view }: { view: ImportView }) {
  const t = useTranslations('imports')
  const refusal = useRefusal()
  const actions = useImportActions(view.id)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 px-4 pt-2 pb-10 md:px-6">
      <Banner tone="danger" title={t('failed')} live>
        {view.refusal ? refusal.ofCode(view.refusal.code, view.refusal.params) : null}
      </Banner>
      {actions.error ? <Banner tone="danger">{actions.error}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        {view.step === 'check' ? (
          <Button busy={actions.isBusy} onClick={actions.reopen}>
            {t('goOn')}
          </Button>
        ) : null}
        <ButtonLink variant="primary" href="/customers/import">
          {t('report.another')}
        </ButtonLink>
      </div>
      {view.step === 'write' ? <ReportRows view={view} /> : null}
    </div>
  )
}

/** Somebody stopped it: what had been written by then. */
export function Stopped({ view }: { view: ImportView }) {
  const t = useTranslations('imports')
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 px-4 pt-2 pb-10 md:px-6">
      <Banner tone="neutral" title={t('cancelled')}>
        {t('cancelledHint', { count: view.result.written })}
      </Banner>
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href="/customers/import">
          {t('report.another')}
        </ButtonLink>
        {view.result.written > 0 ? <ButtonLink href="/customers">{t('done.open')}</ButtonLink> : null}
      </div>
      <ReportRows view={view} />
    </div>
  )
}
