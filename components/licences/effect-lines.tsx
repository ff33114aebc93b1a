'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { OldNew } from '@/components/ui/old-new'
import type { Effect, LicenceState } from '@/server/features/licences/state'
import type { ProductUnit } from '@/server/features/products/rules'
import { useLicenceWords } from './words'

/** What of a licence is shown when it changes, in this order; the rest follows from it. */
const SHOWN = [
  'version',
  'planId',
  'units',
  'startsOn',
  'endsOn',
  'chargeFromOn',
  'autoRenew',
  'renewMonths',
  'noticeDays',
  'graceDays',
  'managed',
  'suspendedEndsOn',
  'cancelledOn',
] as const satisfies readonly (keyof LicenceState)[]
type Shown = (typeof SHOWN)[number]

type Props = {
  effect: Pick<Effect, 'before' | 'after'>
  /** Left out where the row does not know it: a figure alone. */
  unit?: ProductUnit | undefined
  /** Names of the plans that occur, by id. */
  plans?: Readonly<Record<string, string>>
  /** Many below each other. */
  isSmall?: boolean
}

/** An effect as old → new, a line each; what was not there before stands alone. */
export function EffectLines({ effect: { before, after }, unit, plans = {}, isSmall = false }: Props) {
  const t = useTranslations('licence')
  const written = useWritten(unit, plans)
  const keys = SHOWN.filter((key) => key in after)
  return (
    <dl
      className={cn(
        'grid grid-cols-[1fr_2fr] content-start gap-x-3 gap-y-1 sm:grid-cols-[minmax(7rem,auto)_1fr] sm:gap-x-4',
        isSmall ? 'gap-y-0.5 text-sm' : 'text-sm sm:text-base',
      )}
    >
      {keys.map((key) => (
        <div key={key} className="contents">
          <dt className="text-ink-3">{t(`field.${key}`)}</dt>
          <dd className="min-w-0 break-words">
            {before[key] === null || before[key] === undefined ? (
              <span className="font-medium">{written(key, after[key])}</span>
            ) : (
              <OldNew old={written(key, before[key])} now={written(key, after[key])} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The value of a field in words. */
function useWritten(unit: ProductUnit | undefined, plans: Readonly<Record<string, string>>) {
  const t = useTranslations('licence')
  const words = useLicenceWords()
  const format = useFormatter()
  return (key: Shown, value: LicenceState[Shown] | undefined): string => {
    if (value === null || value === undefined) return '–'
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (key === 'version') return t(`version.${value as LicenceState['version']}`)
    if (key === 'planId') return plans[value] ?? '…'
    if (key === 'units') return unit ? words.units(Number(value), unit) : format.number(Number(value))
    if (typeof value === 'number') return format.number(value)
    return words.day(value)
  }
}
