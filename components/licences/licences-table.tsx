'use client'

import { ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Badge } from '@/components/ui/status'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import type { Holder } from './held'
import { LicenceActions } from './licence-actions'
import { Cell, TermCell, Used } from './licence-cells'
import { LicenceStatus } from './licence-status'
import { useLicenceWords } from './words'

const COLUMNS = ['product', 'status', 'plan', 'provisioned', 'used', 'term', 'renewal'] as const
const FIGURES: readonly string[] = ['provisioned', 'used']

type Props = {
  rows: readonly SubscriptionRow[]
  /** Whose they are, where something can be done with them; without it they are to read, with their activation codes. */
  holder?: Holder
}

/** What a customer has: a row for each subscription, a suite opens. On a phone cards with the same facts in the same order. */
export function LicencesTable({ rows, holder }: Props) {
  const t = useTranslations('licence')
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-sm max-md:block">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-line border-b max-md:sr-only">
          <tr>
            {COLUMNS.map((key) => (
              <th
                key={key}
                scope="col"
                className={cn(
                  'px-3 py-2 text-left font-medium text-ink-3 text-xs',
                  FIGURES.includes(key) && 'text-right',
                )}
              >
                {t(`column.${key}`)}
              </th>
            ))}
            {holder ? (
              <th scope="col" className="w-12">
                <span className="sr-only">{t('column.actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <Row key={row.subscriptionId} row={row} {...(holder ? { holder } : {})} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, holder }: { row: SubscriptionRow; holder?: Holder }) {
  const t = useTranslations('licence')
  const format = useFormatter()
  const words = useLicenceWords()
  const [isOpen, setOpen] = useState(!holder)
  const isSuite = row.product.kind === 'suite'
  const [only] = row.licences
  const present = row.licences.filter(({ removedOn }) => removedOn === null)
  return (
    <Fragment>
      <tr
        className={cn(
          'relative border-line border-b last:border-b-0 hover:bg-sunken max-md:block max-md:px-1 max-md:py-2 max-md:pr-12',
          row.status === 'cancelled' && 'text-ink-3',
        )}
      >
        <Cell>
          {isSuite ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              className="pressable -ml-1 inline-flex items-center justify-start gap-1 rounded-sm text-left font-medium"
            >
              <ChevronRight aria-hidden className={cn('size-3.5 shrink-0', isOpen && 'rotate-90')} strokeWidth={1.75} />
              {row.product.name}
              <span className="sr-only">{t('products', { count: present.length })}</span>
            </button>
          ) : (
            <span className="font-medium">{row.product.name}</span>
          )}
          <span className="mt-0.5 flex flex-wrap gap-1">
            {row.version === 'trial' ? <Badge tone="info">{t('version.trial')}</Badge> : null}
            {row.nfr ? <Badge>{t('nfr')}</Badge> : null}
            {row.managed ? <Badge>{t('managed')}</Badge> : null}
            {row.planLocked && holder ? (
              <Badge tone="warning" shape="caution">
                {t('planLocked')}
              </Badge>
            ) : null}
          </span>
          {!isSuite && only?.activationCode ? <Code code={only.activationCode} /> : null}
        </Cell>
        <Cell>
          <LicenceStatus status={row.status} />
        </Cell>
        <Cell label={t('column.plan')}>{row.planName}</Cell>
        <Cell end label={t('column.provisioned')}>
          {words.units(row.units, row.unit)}
        </Cell>
        <Cell end label={t('column.used')}>
          <Used units={row.usedUnits} asOf={isSuite ? null : (only?.usedAsOf ?? null)} severity={row.usageSeverity} />
        </Cell>
        <Cell label={t('column.term')}>
          <TermCell row={row} />
        </Cell>
        <Cell label={t('column.renewal')}>{words.renewal(row)}</Cell>
        {holder ? (
          <td className="px-2 py-1 text-right align-top max-md:absolute max-md:top-2 max-md:right-1 max-md:p-0">
            <LicenceActions row={row} holder={holder} />
          </td>
        ) : null}
      </tr>
      {isSuite && isOpen
        ? row.licences.map((licence) => (
            <tr key={licence.id} className="border-line border-b bg-sunken/50 max-md:block max-md:px-1 max-md:py-1.5">
              <Cell className="pl-8">
                {licence.productName}
                {licence.activationCode ? <Code code={licence.activationCode} /> : null}
              </Cell>
              <Cell>
                {licence.removedOn ? (
                  <span className="text-ink-3">{t('removedOn', { day: words.day(licence.removedOn) })}</span>
                ) : null}
              </Cell>
              <td className="max-md:hidden" />
              <Cell end className="max-md:hidden">
                {licence.removedOn ? null : format.number(row.units)}
              </Cell>
              <Cell end label={t('column.used')}>
                <Used units={licence.usedUnits} asOf={licence.usedAsOf} severity={null} />
              </Cell>
              <td colSpan={holder ? 3 : 2} className="max-md:hidden" />
            </tr>
          ))
        : null}
    </Fragment>
  )
}

/** An activation code, to read and to select as a whole. */
function Code({ code }: { code: string }) {
  const t = useTranslations('licence')
  return (
    <span className="mt-0.5 block text-ink-3 text-xs">
      {t('activationCode')} <span className="select-all font-mono text-ink-2">{code}</span>
    </span>
  )
}
