'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink, buttonVariants } from '@/components/ui/button'
import type { ImportView } from '@/server/features/imports/queries'
import { ReportFigures } from './report-figures'
import { ReportRows } from './report-rows'
import { useImportActions } from './use-import-actions'

type Props = { view: ImportView }

/** What the check found, and once written, what came of it: figures, what can be done, the rows. */
export function Report({ view }: Props) {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 px-4 pt-2 pb-10 md:px-6">
      <ReportFigures view={view} />
      {view.phase === 'report' ? <BeforeWriting view={view} /> : <AfterWriting view={view} />}
      {view.result.rows > 0 ? <ReportRows view={view} /> : null}
    </div>
  )
}

function BeforeWriting({ view }: Props) {
  const t = useTranslations('imports')
  const actions = useImportActions(view.id)
  const { good, bad, known, rows } = view.result
  const ready = bad > 0 ? 'ready' : 'readyAll'
  const advice = good > 0 ? ready : known === rows ? 'allKnown' : 'noneGood'
  return (
    <>
      <Banner tone={good > 0 ? 'info' : known === rows ? 'good' : 'warning'}>
        <p>{t(`report.${advice}`)}</p>
        {good > 0 ? <p>{t('report.noPassword')}</p> : null}
      </Banner>
      {actions.error ? (
        <Banner tone="danger" live>
          {actions.error}
        </Banner>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={actions.isBusy}
          reason={good > 0 ? null : t('report.noneReason')}
          onClick={actions.write}
        >
          {t('report.write', { count: good })}
        </Button>
        <Button busy={actions.isBusy} onClick={actions.reopen}>
          {t('report.mapping')}
        </Button>
        <ErrorsLink view={view} />
        <ButtonLink variant="ghost" href="/customers/import">
          {t('report.another')}
        </ButtonLink>
      </div>
    </>
  )
}

function AfterWriting({ view }: Props) {
  const t = useTranslations('imports')
  return (
    <>
      {view.result.written > 0 ? <Banner tone="info">{t('report.noPassword')}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        <ButtonLink variant="primary" href="/customers">
          {t('done.open')}
        </ButtonLink>
        <ErrorsLink view={view} />
        <ButtonLink variant="ghost" href="/customers/import">
          {t('report.another')}
        </ButtonLink>
      </div>
    </>
  )
}

function ErrorsLink({ view: { id, result } }: Props) {
  const t = useTranslations('imports')
  if (result.bad + result.failed === 0) return null
  return (
    <a className={buttonVariants()} href={`/api/imports/errors?operationId=${id}`} download>
      {t('report.errors')}
    </a>
  )
}
