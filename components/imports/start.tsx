'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import type { ComboboxOption } from '@/components/ui/combobox'
import { FileDrop, useFileSize } from '@/components/ui/file-drop'
import { PageHeader } from '@/components/ui/page-header'
import { Progress } from '@/components/ui/progress'
import { IMPORT_LIMITS } from '@/server/features/imports/read/limits'
import { FileNeeds } from './file-needs'
import { ManagerField } from './manager-field'
import { RecentImports } from './recent'
import { type Upload, useUpload } from './use-upload'

const ACCEPT = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MEBIBYTE = 1024 * 1024

/** Where an import begins: whose customers, which file. */
export function StartImport() {
  const t = useTranslations('imports')
  const common = useTranslations('common')
  const router = useRouter()
  const { kind } = usePerson()
  const [file, setFile] = useState<File | null>(null)
  const [manager, setManager] = useState<ComboboxOption | null>(null)
  const { upload, error, send, stop, forgetError } = useUpload((operationId) =>
    router.push(`/customers/import/${operationId}`),
  )
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose', { rows: IMPORT_LIMITS.rows })} />
      <div className="grid max-w-5xl gap-x-10 gap-y-8 px-4 pt-2 pb-10 md:px-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {kind === 'distributor' || kind === 'isp' ? (
            <ManagerField manager={manager} onManager={setManager} isDisabled={upload !== null} />
          ) : null}
          <FileDrop
            accept={ACCEPT}
            file={file}
            onFile={(chosen) => {
              forgetError()
              setFile(chosen)
            }}
            disabled={upload !== null}
            hint={t('fileHint', { mebibytes: IMPORT_LIMITS.fileBytes / MEBIBYTE, rows: IMPORT_LIMITS.rows })}
          />
          {upload ? <UploadProgress upload={upload} onStop={stop} /> : null}
          {error ? (
            <Banner tone="danger" live>
              {error}
            </Banner>
          ) : null}
          <div className="flex gap-2">
            <Button
              variant="primary"
              busy={upload !== null}
              reason={file ? null : t('fileFirst')}
              onClick={() => file && send(file, manager?.value)}
            >
              {t('upload')}
            </Button>
            <ButtonLink variant="ghost" href="/customers">
              {common('cancel')}
            </ButtonLink>
          </div>
          <RecentImports />
        </div>
        <FileNeeds />
      </div>
    </>
  )
}

function UploadProgress({ upload, onStop }: { upload: Upload; onStop: () => void }) {
  const t = useTranslations('imports')
  const size = useFileSize()
  return (
    <div className="flex items-center gap-4" aria-live="polite">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <Progress label={t('uploading')} done={upload.sentBytes} total={upload.totalBytes} />
        <span className="text-ink-2 text-xs tabular-nums">
          {t('uploaded', { part: size(upload.sentBytes), total: size(upload.totalBytes) })}
        </span>
      </div>
      <Button size="sm" onClick={onStop}>
        {t('uploadStop')}
      </Button>
    </div>
  )
}
