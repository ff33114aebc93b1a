'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { CompanyStatus } from '@/components/companies/company-status'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { CustomerPageState } from './use-customer'

const DisableDialog = lazy(() => import('../dialogs/disable-dialog').then((m) => ({ default: m.DisableDialog })))
const EnableDialog = lazy(() => import('../dialogs/disable-dialog').then((m) => ({ default: m.EnableDialog })))

/** Enabled or disabled, what that means, and the way to the other. */
export function StatusCard({ page }: { page: CustomerPageState }) {
  const t = useTranslations('customer')
  const [isAsking, setAsking] = useState(false)
  const { customer, reason, can } = page
  const isEnabled = customer.status === 'enabled'
  const Ask = isEnabled ? DisableDialog : EnableDialog
  return (
    <Card
      title={t('profile.status')}
      action={
        can.disable ? (
          <Button size="sm" reason={reason} onClick={() => setAsking(true)}>
            {isEnabled ? t('page.disable') : t('page.enable')}
          </Button>
        ) : null
      }
    >
      <CompanyStatus status={customer.status} />
      <p className="mt-1 text-ink-3 text-sm">{isEnabled ? t('profile.statusEnabled') : t('profile.statusDisabled')}</p>
      <Suspense>{isAsking ? <Ask customer={customer} onClose={() => setAsking(false)} /> : null}</Suspense>
    </Card>
  )
}
