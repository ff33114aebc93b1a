'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { useFigures } from '../use-figures'
import { ChartCard, FigureTable } from './chart-card'

/** Five series, told apart by pattern as well as by colour; the table has every status. */
const SERIES = [
  { key: 'active', of: ['active'], look: 'bg-good' },
  { key: 'waiting', of: ['notStarted', 'awaitingSignIn'], look: 'border border-neutral bg-neutral-soft' },
  {
    key: 'expiringSoon',
    of: ['expiringSoon'],
    look: 'bg-[repeating-linear-gradient(90deg,var(--warning)_0_4px,var(--warning-soft)_4px_6px)]',
  },
  {
    key: 'grace',
    of: ['grace'],
    look: 'bg-[repeating-linear-gradient(45deg,var(--danger)_0_3px,var(--danger-soft)_3px_6px)]',
  },
  { key: 'ended', of: ['expired', 'suspended'], look: 'bg-danger' },
] as const
const STATUSES = ['active', 'notStarted', 'awaitingSignIn', 'expiringSoon', 'grace', 'expired', 'suspended'] as const

/** So many products have a bar; all are in the table. */
const BARS = 8

/** How the licences of each product stand. */
export function ProductChart() {
  const t = useTranslations('dashboard.charts')
  const format = useFormatter()
  const { data } = useFigures()
  const products = data?.customers?.products ?? []
  const nameOf = ({ productId, name }: { productId: string; name: string }) => (
    <Link prefetch={false} href={`/customers?product=${productId}`} className="hover:text-accent-text hover:underline">
      {name}
    </Link>
  )
  const most = Math.max(...products.map(({ total }) => total), 1)
  const chart = () => (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
        {SERIES.map(({ key, look }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={cn('size-3 rounded-sm', look)} />
            {t(`series.${key}`)}
          </li>
        ))}
      </ul>
      <ul className="flex flex-col gap-1 text-sm leading-tight">
        {products.slice(0, BARS).map((product) => {
          const parts = SERIES.map(({ key, of, look }) => ({
            ...{ key, look },
            count: of.reduce((sum, status) => sum + product.with[status], 0),
          })).filter(({ count }) => count > 0)
          const said = parts.map(({ key, count }) => `${t(`series.${key}`)}: ${format.number(count)}`).join(', ')
          return (
            <li key={product.productId} className="flex flex-col gap-0.5">
              <span className="flex justify-between gap-3">
                <span className="truncate" data-tip={product.name}>
                  {nameOf(product)}
                </span>
                <span className="text-ink-2 tabular-nums">{format.number(product.total)}</span>
              </span>
              <span role="img" aria-label={said} data-tip={said} className="flex h-2.5">
                <span
                  className="flex gap-px overflow-hidden rounded-sm"
                  style={{ width: `${(product.total / most) * 100}%` }}
                >
                  {parts.map(({ key, look, count }) => (
                    <span key={key} className={cn('min-w-0.5', look)} style={{ flexGrow: count }} />
                  ))}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {products.length > BARS ? (
        <p className="text-ink-2 text-xs">{t('products.more', { count: products.length - BARS })}</p>
      ) : null}
    </div>
  )
  const table = () => (
    <FigureTable
      head={[t('products.product'), ...STATUSES.map((status) => t(`status.${status}`)), t('total')]}
      rows={products.map((product) => [
        product.productId,
        nameOf(product),
        ...STATUSES.map((status) => format.number(product.with[status])),
        format.number(product.total),
      ])}
    />
  )
  return (
    <ChartCard
      title={t('products.title')}
      note={t('products.note')}
      isPending={data === undefined}
      empty={products.length === 0 ? t('products.empty') : null}
      chart={chart}
      table={table}
    />
  )
}
