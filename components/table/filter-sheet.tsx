'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/dialog'

/** The filters over the page. They work at once; the button only closes. */
export function FilterSheet({
  onClose,
  clear,
  children,
}: {
  onClose: () => void
  clear: ReactNode
  children: ReactNode
}) {
  const t = useTranslations('table')
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={t('filters')}
      footer={
        <>
          {clear}
          <Button variant="primary" onClick={onClose}>
            {t('showResults')}
          </Button>
        </>
      }
    >
      {children}
    </Sheet>
  )
}
