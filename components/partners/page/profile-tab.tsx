'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { CompanyFacts } from '@/components/companies/company-facts'
import { ContactCard } from '@/components/companies/contact-card'
import { Card } from '@/components/ui/card'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { PanelProps } from './tabs'

const ProfileForm = lazy(() => import('./profile-form').then((module) => ({ default: module.ProfileForm })))

/** Who the partner is: profile and contact. */
export function ProfileTab({ partner, isEditing, setEditing }: PanelProps) {
  const t = useTranslations('partners.profile')
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={t('title')}>
        {isEditing ? (
          <Suspense fallback={<SkeletonLines lines={8} />}>
            <ProfileForm partner={partner} onDone={() => setEditing(false)} />
          </Suspense>
        ) : (
          <CompanyFacts company={partner} />
        )}
      </Card>
      <ContactCard company={partner} />
    </div>
  )
}
