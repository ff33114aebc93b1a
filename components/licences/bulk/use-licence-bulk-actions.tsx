'use client'

import { ArrowUpDown, CirclePause, CirclePlay, type LucideIcon, PackagePlus, RefreshCw, Repeat } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import type { BulkAction } from '@/components/table/types'
import type { Privilege } from '@/server/access/privileges'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import { LICENCE_BULK_ACTIONS, type LicenceBulkAction, type LicenceBulkRequest } from './request'

const LicenceAskDialog = lazy(() => import('./licence-ask-dialog').then((m) => ({ default: m.LicenceAskDialog })))
const LicenceBulkDialog = lazy(() => import('./licence-bulk-dialog').then((m) => ({ default: m.LicenceBulkDialog })))

const LOOK: Record<LicenceBulkAction, { icon: LucideIcon; privilege: Privilege }> = {
  assign: { icon: PackagePlus, privilege: 'licence.assign' },
  renew: { icon: RefreshCw, privilege: 'licence.renew' },
  units: { icon: ArrowUpDown, privilege: 'licence.modify' },
  autoRenew: { icon: Repeat, privilege: 'licence.modify' },
  suspend: { icon: CirclePause, privilege: 'licence.suspend' },
  resume: { icon: CirclePlay, privilege: 'licence.suspend' },
}

type Options = {
  selection: CustomerSelectionInput
  /** How many customers are selected; null while that is not known. */
  count: number | null
  /** Whose plans are offered. */
  managerId: string
  /** Why none of it can be done with this selection; null when it can, or when that is not known. */
  reasonOf: (action: LicenceBulkAction) => string | null
  /** After something was carried out. */
  onDone: () => void
}

/** What can be done with the licences of selected customers, and the dialogs that ask first. */
export function useLicenceBulkActions({ selection, count, managerId, reasonOf, onDone }: Options): {
  actions: BulkAction[]
  dialog: ReactNode
} {
  const t = useTranslations('licence.bulk.action')
  const can = useCan()
  const [asking, setAsking] = useState<LicenceBulkAction | null>(null)
  const [request, setRequest] = useState<LicenceBulkRequest | null>(null)
  return {
    actions: LICENCE_BULK_ACTIONS.filter((action) => can(LOOK[action].privilege)).map((action) => ({
      key: `licence-${action}`,
      label: t(action),
      icon: LOOK[action].icon,
      reason: reasonOf(action),
      onRun: () => setAsking(action),
    })),
    dialog: (
      <Suspense>
        {asking ? (
          <LicenceAskDialog
            action={asking}
            count={count}
            managerId={managerId}
            onClose={() => setAsking(null)}
            onPreview={(asked) => {
              setAsking(null)
              setRequest({ id: crypto.randomUUID(), customers: selection, ...asked })
            }}
          />
        ) : null}
        {request ? (
          <LicenceBulkDialog
            key={request.id}
            request={request}
            onClose={(wasCarriedOut) => {
              setRequest(null)
              if (wasCarriedOut) onDone()
            }}
          />
        ) : null}
      </Suspense>
    ),
  }
}
