'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useFigures } from '../use-figures'
import { ChartCard, FigureTable } from './chart-card'

const ONCE = 'bg-accent'
const AUTO = 'border border-accent bg-accent-soft'

/** Full licences by the month in which their term ends: those that somebody has to renew below those that renew by themselves. */
export function RenewalChart() {
  const t = useTranslations('dashboard.charts')
  const format = useFormatter()
  const { data } = useFigures()
  const months = data?.customers?.renewals ?? []
  const most = Math.max(...months.map(({ auto, once }) => auto + once), 1)
  const dateOf = (month: string) => new Date(`${month}-15T00:00:00Z`)
  const named = (month: string) => format.dateTime(dateOf(month), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const chart = () => (
    <div className="flex h-80 flex-col gap-3">
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
        {[
          { key: 'once', look: ONCE },
          { key: 'auto', look: AUTO },
        ].map(({ key, look }) => (
          <li key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-3 rounded-sm ${look}`} />
            {t(`renewals.${key}`)}
          </li>
        ))}
      </ul>
      <ol className="grid min-h-0 grow grid-cols-12 gap-1 md:gap-2">
        {months.map(({ month, auto, once }) => {
          const said = t('renewals.said', { month: named(month), auto, once })
          return (
            <li
              key={month}
              aria-label={said}
              data-tip={said}
              className="flex min-w-0 flex-col items-stretch text-center text-xs tabular-nums"
            >
              <span aria-hidden className="flex min-h-0 grow flex-col justify-end border-line-strong border-b">
                <span className="text-ink-2">
                  {auto + once === 0 ? '' : format.number(auto + once, { notation: 'compact' })}
                </span>
                <span className="flex flex-col" style={{ height: `${((auto + once) / most) * 85}%` }}>
                  {auto > 0 ? <span className={`min-h-0.5 rounded-t-sm ${AUTO}`} style={{ flexGrow: auto }} /> : null}
                  {once > 0 ? <span className={`min-h-0.5 ${ONCE}`} style={{ flexGrow: once }} /> : null}
                </span>
              </span>
              <span aria-hidden className="pt-1 text-ink-2 max-md:hidden">
                {format.dateTime(dateOf(month), { month: 'short', timeZone: 'UTC' })}
              </span>
              <span aria-hidden className="pt-1 text-ink-2 md:hidden">
                {format.dateTime(dateOf(month), { month: 'narrow', timeZone: 'UTC' })}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
  const table = () => (
    <FigureTable
      head={[t('renewals.month'), t('renewals.once'), t('renewals.auto'), t('total')]}
      rows={months.map(({ month, auto, once }) => [
        month,
        named(month),
        format.number(once),
        format.number(auto),
        format.number(auto + once),
      ])}
    />
  )
  return (
    <ChartCard
      title={t('renewals.title')}
      note={t('renewals.note')}
      isPending={data === undefined}
      empty={months.every(({ auto, once }) => auto + once === 0) ? t('renewals.empty') : null}
      chart={chart}
      table={table}
    />
  )
}
