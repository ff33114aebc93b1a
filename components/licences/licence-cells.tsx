'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { CardCell } from '@/components/ui/card-cell'
import { cn } from '@/components/ui/cn'
import { SHAPES } from '@/components/ui/status'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import { useLicenceWords } from './words'

/** A cell of the table; `end`: a figure. */
export const Cell = ({ end = false, className, ...props }: ComponentProps<typeof CardCell> & { end?: boolean }) => (
  <CardCell
    {...props}
    className={cn('px-3 align-top max-md:max-w-none', end && 'text-right tabular-nums max-md:text-left', className)}
  />
)

/** Units used, and as of when; more than provisioned is said by shape and word. */
export function Used({
  units,
  asOf,
  severity,
}: {
  units: number | null
  asOf: string | null
  severity: SubscriptionRow['usageSeverity']
}) {
  const t = useTranslations('licence')
  const format = useFormatter()
  const { timeZone } = usePerson()
  if (units === null) return <span className="text-ink-3">{t('notReported')}</span>
  const tone = severity === 'action' ? 'text-danger-text' : severity === 'warning' ? 'text-warning-text' : ''
  return (
    <>
      <span className={cn('tabular-nums', tone)} {...(severity ? { 'data-tip': t(`usage.${severity}`) } : {})}>
        {severity ? (
          <>
            <span aria-hidden>{SHAPES[severity === 'action' ? 'alert' : 'caution']} </span>
            <span className="sr-only">{t(`usage.${severity}`)} </span>
          </>
        ) : null}
        {format.number(units)}
      </span>
      {asOf ? (
        <time
          dateTime={asOf}
          data-tip={`${format.dateTime(new Date(asOf), { dateStyle: 'full', timeStyle: 'short' })} · ${timeZone}`}
          className="block whitespace-nowrap text-ink-3 text-xs max-md:ml-2 max-md:inline"
        >
          {t('asOf', { when: format.dateTime(new Date(asOf), { dateStyle: 'medium' }) })}
        </time>
      ) : null}
    </>
  )
}

/** The term, and how far it is from its end. */
export function TermCell({
  row,
}: {
  row: Pick<SubscriptionRow, 'startsOn' | 'endsOn' | 'today' | 'awaitingSignIn' | 'cancelledOn'>
}) {
  const t = useTranslations('licence')
  const words = useLicenceWords()
  return (
    <>
      <span className="block tabular-nums max-md:inline xl:whitespace-nowrap">{words.term(row)}</span>
      <span className="block text-ink-3 text-xs max-md:ml-2 max-md:inline-block max-md:whitespace-nowrap">
        {row.cancelledOn
          ? t('cancelledOn', { day: words.day(row.cancelledOn) })
          : row.awaitingSignIn
            ? t('beginsWithSignIn')
            : words.left(row)}
      </span>
    </>
  )
}
