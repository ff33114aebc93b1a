'use client'

import { useTranslations } from 'next-intl'
import { BulkFrame } from '@/components/bulk/bulk-frame'
import { useBulk } from '@/components/bulk/use-bulk'
import { useLicenceRefresh } from '../use-licence-change'
import { LicenceBulkPreview } from './licence-bulk-preview'
import type { LicenceBulkRequest } from './request'
import { useLicenceBulkCalls } from './use-licence-bulk-calls'

type Props = { request: LicenceBulkRequest; onClose: (wasCarriedOut: boolean) => void }

/** A bulk change of licences: what it would do to each, doing it, what became of it. */
export function LicenceBulkDialog({ request, onClose }: Props) {
  const t = useTranslations('licence.bulk')
  const bulk = useBulk(request.id, useLicenceBulkCalls(request))
  const refresh = useLicenceRefresh()
  const { kind } = request.ask
  return (
    <BulkFrame
      bulk={bulk}
      title={{
        asking: (count) => t(`title.${kind}`, { count }),
        started: (count) => t(`started.${kind}`, { count }),
      }}
      submit={(count) => t(`submit.${kind}`, { count })}
      isDanger={kind === 'licenceSuspend'}
      preview={(plan) => <LicenceBulkPreview plan={plan} />}
      refresh={refresh}
      onClose={onClose}
    />
  )
}
