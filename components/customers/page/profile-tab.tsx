'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { CompanyFacts } from '@/components/companies/company-facts'
import { ContactCard } from '@/components/companies/contact-card'
import { Card } from '@/components/ui/card'
import { SkeletonLines } from '@/components/ui/skeleton'
import { ApprovalCard } from './approval-card'
import { StatusCard } from './status-card'
import type { PanelProps } from './tabs'

const ProfileForm = lazy(() => import('./profile-form').then((module) => ({ default: module.ProfileForm })))

/** Who the customer is: profile, contact, status, written approval. */
export function ProfileTab({ page, isEditing, setEditing }: PanelProps) {
  const t = useTranslations('customer')
  const { customer } = page
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={t('profile.title')}>
        {isEditing ? (
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <ProfileForm customer={customer} onDone={() => setEditing(false)} />
          </Suspense>
        ) : (
          <CompanyFacts company={customer} />
        )}
      </Card>
      <div className="flex flex-col gap-4">
        <ContactCard company={customer} />
        <StatusCard page={page} />
        <ApprovalCard page={page} />
      </div>
    </div>
  )
}
