import type { Region } from './region'
import { AMERICAS_AND_BEYOND } from './regions-americas'
import { ASIA } from './regions-asia'
import { EAST_AND_SOUTH } from './regions-east'
import { WEST } from './regions-west'

/** Every country the seeds know. */
export const REGIONS: readonly Region[] = [...WEST, ...EAST_AND_SOUTH, ...ASIA, ...AMERICAS_AND_BEYOND]

export function regionOf(country: string): Region {
  const region = REGIONS.find((one) => one.country === country)
  if (!region) throw new Error(`no region for ${country}`)
  return region
}
