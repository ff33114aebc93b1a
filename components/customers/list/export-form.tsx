'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { CustomersFileInput } from '@/server/features/customers/export'

/** Saves customers as CSV: a form, so that the browser streams the file to disk and a long selection still fits. */
export function ExportForm({ input, isSelection }: { input: CustomersFileInput; isSelection: boolean }) {
  const t = useTranslations('customers')
  return (
    <form method="post" action="/api/exports/customers">
      <input type="hidden" name="input" value={JSON.stringify(input)} />
      <Button type="submit" icon={Download}>
        {isSelection ? t('exportSelected') : t('exportAll')}
      </Button>
    </form>
  )
}
