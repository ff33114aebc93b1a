'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { saveText } from './save'

const SHOWN_MAX = 5
const BYTE_ORDER_MARK = '\ufeff'

type Props = {
  made: { planName: string; keys: readonly string[] }
  asked: { units: number; redemptions?: number | undefined; expiresOn?: string | null | undefined }
  onClose: () => void
}

/** The keys that were just made: the only time that all are shown. A single one may be copied instead of downloaded. */
export function Generated({ made: { planName, keys }, asked, onClose }: Props) {
  const t = useTranslations('keys.new')
  const column = useTranslations('keys.file.column')
  const [isSaved, setSaved] = useState(keys.length === 1)
  const [isLeaving, setLeaving] = useState(false)
  const link = `${window.location.origin}/register`
  // Nothing in this file was typed by anybody: keys, figures, days.
  const download = () => {
    const head = (['key', 'units', 'redemptions', 'expires'] as const).map((name) => column(name))
    const lines = keys.map((key) => [key, asked.units, asked.redemptions ?? 1, asked.expiresOn ?? ''].join(','))
    const day = new Date().toISOString().slice(0, 10)
    saveText(`${t('file')}-${day}.csv`, `${BYTE_ORDER_MARK}${[head.join(','), ...lines].join('\r\n')}\r\n`)
    setSaved(true)
  }
  const close = () => (isSaved ? onClose() : setLeaving(true))
  return (
    <>
      <Dialog
        open
        onOpenChange={close}
        title={t('doneTitle', { count: keys.length })}
        description={planName}
        footer={
          <>
            <Button onClick={close}>{t('close')}</Button>
            <Button variant="primary" icon={Download} onClick={download}>
              {isSaved && keys.length > 1 ? t('downloadAgain') : t('download')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Banner>{t('doneText')}</Banner>
          <ul className="divide-y divide-line border-line border-y">
            {keys.slice(0, SHOWN_MAX).map((key) => (
              <li key={key} className="flex items-center justify-between gap-2 py-1">
                <span className="truncate font-mono text-sm">{key}</span>
                <CopyButton text={key} />
              </li>
            ))}
          </ul>
          {keys.length > SHOWN_MAX ? (
            <p className="text-ink-3 text-sm">{t('andMore', { count: keys.length - SHOWN_MAX })}</p>
          ) : null}
          <p className="text-ink-2 text-sm">{t('link', { url: link })}</p>
        </div>
      </Dialog>
      {isLeaving ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => open || setLeaving(false)}
          title={t('leave')}
          effect={t('doneText')}
          confirm={t('close')}
          onConfirm={onClose}
        />
      ) : null}
    </>
  )
}
