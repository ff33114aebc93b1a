'use client'

import { PlanGrantsPanel } from '@/components/plans/plan-grants-panel'
import { AllocationPanel } from '@/components/products/allocation-panel'
import type { PanelProps } from './tabs'

/** What a partner sells from: an MSP from its allocation, a reseller from the plans it was given. */
export function LicencesTab({ partner, reason }: PanelProps) {
  return partner.kind === 'msp' ? (
    <AllocationPanel companyId={partner.id} reason={reason} />
  ) : (
    <PlanGrantsPanel companyId={partner.id} reason={reason} />
  )
}
