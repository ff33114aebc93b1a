'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Progress } from '@/components/ui/progress'
import type { ImportView } from '@/server/features/imports/queries'
import { useImportActions } from './use-import-actions'

/** The worker is at it: how far, and how to stop it. */
export function Working({ view }: { view: ImportView }) {
  const t = useTranslations('imports')
  const actions = useImportActions(view.id)
  const [isAsking, setAsking] = useState(false)
  const isWriting = view.phase === 'writing'
  const part = view.done + view.refused + view.failed
  const counts = isWriting
    ? t('customersOf', { part, total: view.total })
    : view.total > 0 && part > 0
      ? t('rowsOf', { part, total: view.total })
      : t('rowsSoFar', { part })
  return (
    <div className="flex max-w-2xl flex-col gap-3 px-4 pt-2 pb-10 md:px-6" aria-live="polite">
      <h2 className="font-semibold text-lg">{t(isWriting ? 'writing' : 'checking')}</h2>
      <Progress
        label={t(isWriting ? 'writing' : 'checking')}
        done={part}
        total={view.total > 0 && (isWriting || part > 0) ? view.total : null}
      />
      <p className="text-base tabular-nums">{counts}</p>
      <p className="text-ink-3 text-sm">{t('canLeave')}</p>
      {actions.error ? <Banner tone="danger">{actions.error}</Banner> : null}
      <div>
        <Button busy={view.cancelRequested} onClick={() => setAsking(true)}>
          {view.cancelRequested ? t('stopping') : t('stop')}
        </Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('stopTitle')}
        effect={t(isWriting ? 'stopWriting' : 'stopChecking')}
        confirm={t('stop')}
        busy={actions.isStopping}
        onConfirm={() => {
          actions.cancel()
          setAsking(false)
        }}
      />
    </div>
  )
}
