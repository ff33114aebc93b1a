'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useDay } from '@/components/time'
import { Badge, type Shape } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import type { ProductLifeState } from '@/server/features/products/options'
import { decimalText } from '@/server/lib/money'

/** Days, figures and amounts as they are written here. */
export function useFigures() {
  const format = useFormatter()
  const day = useDay()
  return useMemo(
    () => ({
      day,
      count: (figure: number) => format.number(figure),
      /** An amount whose minor unit travels as text. */
      money: ({ currency, minor }: { currency: string; minor: string }) =>
        format.number(Number(decimalText({ currency, minor: BigInt(minor) })), { style: 'currency', currency }),
    }),
    [format, day],
  )
}

const LIFE = {
  onSale: { tone: 'good', shape: 'full' },
  endOfSale: { tone: 'warning', shape: 'half' },
  endOfLife: { tone: 'danger', shape: 'cross' },
} as const satisfies Record<ProductLifeState, { tone: Tone; shape: Shape }>

/** Where a product stands in its life. */
export function LifeBadge({ life }: { life: ProductLifeState }) {
  const t = useTranslations('products')
  return <Badge {...LIFE[life]}>{t(`life.${life}`)}</Badge>
}
