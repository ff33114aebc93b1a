'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useDay } from '@/components/time'
import type { LicenceState } from '@/server/features/licences/state'
import type { ProductUnit } from '@/server/features/products/rules'
import { type Day, daysBetween } from '@/server/lib/period'

/** Days, units and terms in the person's words. */
export function useLicenceWords() {
  const t = useTranslations('licence')
  const day = useDay()
  return useMemo(() => {
    const renewal = ({ autoRenew, renewMonths }: Pick<LicenceState, 'autoRenew' | 'renewMonths'>) =>
      autoRenew ? t('renewsEvery', { months: renewMonths }) : t('renewsNot')
    return {
      day,
      renewal,
      units: (count: number, unit: ProductUnit) => t(`unit.${unit}`, { count }),
      /** How far a term is from its end. */
      left: ({ startsOn, endsOn, today }: { startsOn: Day; endsOn: Day; today: Day }) => {
        if (today < startsOn) return t('startsIn', { days: daysBetween(today, startsOn) })
        const days = daysBetween(today, endsOn)
        return days > 0 ? t('daysLeft', { days }) : t('daysOver', { days: -days })
      },
      term: ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }) =>
        t('term', { from: day(startsOn), to: day(endsOn) }),
    }
  }, [t, day])
}
