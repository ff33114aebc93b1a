'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { BulkRows } from '@/components/bulk/bulk-rows'
import { OldNew } from '@/components/ui/old-new'
import type { PlannedRow } from '@/server/features/licences/bulk-rules'
import type { LicencePlan } from '@/server/features/licences/bulk-totals'
import { decimalText } from '@/server/lib/money'
import { EffectLines } from '../effect-lines'
import { useLicenceWords } from '../words'

/** What a bulk change would do: totals, units and money before and after, mails; then refused rows and old → new of the others. */
export function LicenceBulkPreview({ plan }: { plan: LicencePlan }) {
  const t = useTranslations('licence.bulk')
  const { total, willChange, mails, operationId } = plan
  return (
    <>
      <p className="text-base tabular-nums">{t('counts', { total, willChange, refused: total - willChange })}</p>
      {willChange > 0 ? (
        <>
          <Products plan={plan} />
          <p className="text-base text-ink-2">{t('mails', { count: mails })}</p>
        </>
      ) : null}
      <BulkRows
        operationId={operationId}
        counts={{ total, willChange }}
        about={(params) => [textIn(params, 'productName'), textIn(params, 'planName')].filter(Boolean).join(' · ')}
        change={(params) => <Planned row={params as PlannedRow} />}
      />
    </>
  )
}

function Products({ plan: { products, money } }: { plan: LicencePlan }) {
  const t = useTranslations('licence.bulk')
  const format = useFormatter()
  const words = useLicenceWords()
  const amount = (currency: string, minor: string) =>
    format.number(Number(decimalText({ currency, minor: BigInt(minor) })), { style: 'currency', currency })
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="py-1 pr-3 font-medium">
            {t('product')}
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            {t('licences')}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('units')}
          </th>
        </tr>
      </thead>
      <tbody>
        {products.map(({ productId, productName, unit, licences, unitsBefore, unitsAfter }) => (
          <tr key={productId} className="border-line border-b">
            <td className="py-1 pr-3">{productName}</td>
            <td className="py-1 pr-3 text-right tabular-nums">{format.number(licences)}</td>
            <td className="py-1 text-right tabular-nums">
              {unitsBefore === unitsAfter ? (
                words.units(unitsAfter, unit)
              ) : (
                <OldNew old={format.number(unitsBefore)} now={words.units(unitsAfter, unit)} />
              )}
            </td>
          </tr>
        ))}
        {(money ?? []).map(({ currency, before, after }) => (
          <tr key={currency} className="border-line border-b">
            <td className="py-1 pr-3" colSpan={2}>
              {t('perMonth')}
            </td>
            <td className="py-1 text-right">
              <OldNew old={amount(currency, before)} now={amount(currency, after)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A new licence as a sentence, a change as old → new. */
function Planned({ row: { kind, before, after, planName } }: { row: PlannedRow }) {
  const t = useTranslations('licence.bulk')
  const format = useFormatter()
  const words = useLicenceWords()
  if (kind === 'change') {
    return <EffectLines effect={{ before, after }} plans={after.planId ? { [after.planId]: planName } : {}} isSmall />
  }
  const { units = 0, startsOn = '', endsOn = '', awaitingSignIn } = after
  return (
    <span className="min-w-0 break-words font-medium tabular-nums">
      {awaitingSignIn || startsOn === '' || endsOn === ''
        ? t('newWaiting', { units: format.number(units) })
        : t('new', { units: format.number(units), from: words.day(startsOn), to: words.day(endsOn) })}
    </span>
  )
}

const textIn = (params: unknown, key: 'productName' | 'planName'): string => {
  const value = typeof params === 'object' && params !== null ? (params as Record<string, unknown>)[key] : null
  return typeof value === 'string' ? value : ''
}
