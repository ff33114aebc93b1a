'use client'

import { useMemory } from '@/components/ui/memory'

export const DENSITIES = ['compact', 'normal', 'comfortable'] as const
export type Density = (typeof DENSITIES)[number]

/** How high rows are: the person's choice, for all lists. */
export function useDensity(): [Density, (density: Density) => void] {
  const [kept, keep] = useMemory('density')
  return [
    DENSITIES.find((density) => density === kept) ?? 'normal',
    (density) => keep(density === 'normal' ? null : density),
  ]
}
