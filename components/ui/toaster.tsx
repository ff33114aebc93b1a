'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onFirstToast } from './toast'

const Sonner = lazy(() => import('./sonner').then((module) => ({ default: module.Sonner })))

/** Where toasts appear. Its code comes with the first toast. Once, in the root layout. */
export function Toaster() {
  const t = useTranslations('common')
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setNeeded(true)), [])
  if (!isNeeded) return null
  return (
    <Suspense>
      <Sonner label={t('messages')} closeLabel={t('close')} />
    </Suspense>
  )
}
