'use client'

import { ChevronDown, Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { download } from '@/components/table/download'
import { Button } from '@/components/ui/button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import type { TransactionFilterInput } from '@/server/features/transactions/schema'

/** The months for which a summary is offered: this one and the two before. */
const MONTHS = [0, 1, 2]

/** Saves everything that matches the filter, or a month's summary of the customers, as CSV. */
export function ExportMenu({ filter, count }: { filter: TransactionFilterInput; count: number | undefined }) {
  const t = useTranslations('transactions')
  const format = useFormatter()
  const can = useCan()
  const now = new Date()
  const started = () => toast(t('exportStarted'))
  const rows: MenuEntry[] = can('transaction.export')
    ? [
        {
          key: 'displayed',
          label:
            count === undefined ? t('exportDisplayed') : t('exportDisplayedCount', { count: format.number(count) }),
          onSelect: () => {
            download('transactions', { filter })
            started()
          },
        },
      ]
    : []
  const summaries: MenuEntry[] = can('summary.export')
    ? MONTHS.map((back) => {
        const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15))
        const month = date.toISOString().slice(0, 7)
        const name = format.dateTime(date, { month: 'long', year: 'numeric', timeZone: 'UTC' })
        return {
          key: month,
          label: t('exportSummary', { month: name }),
          onSelect: () => {
            const { partnerId } = filter
            download('customer-summary', { month, ...(partnerId ? { partnerId } : {}) })
            started()
          },
        }
      })
    : []
  return (
    <Menu
      label={t('export')}
      items={[...rows, { key: 'between', separator: true }, ...summaries]}
      trigger={(trigger) => (
        <Button {...trigger} variant="ghost" icon={Download} reason={count === 0 ? t('nothing') : null}>
          {t('export')}
          <ChevronDown aria-hidden className="-mr-1 size-3.5 shrink-0" strokeWidth={1.75} />
        </Button>
      )}
    />
  )
}
