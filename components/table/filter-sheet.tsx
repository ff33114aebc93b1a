'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/dialog'
import { FilterFields } from './filter-fields'

/** The filters over the page. They work at once; the button only closes. */
export function FilterSheet({
  onClose,
  clear,
  ...fields
}: ComponentProps<typeof FilterFields> & { onClose: () => void; clear: ReactNode }) {
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
      <FilterFields {...fields} />
    </Sheet>
  )
}
