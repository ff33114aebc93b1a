'use client'

import type { ComponentType } from 'react'
import { AccountsPanel } from '@/components/accounts/accounts-panel'
import type { PartnerRecord } from '@/server/features/partners/queries'
import { BrandingTab } from './branding-tab'
import { HistoryTab } from './history-tab'
import { LicencesTab } from './licences-tab'
import { ProfileTab } from './profile-tab'
import { RemoteTab } from './remote-tab'
import type { TabKey } from './tab-keys'

export type PanelProps = {
  partner: PartnerRecord
  /** Why nothing can be changed here at the moment, or null. */
  reason: string | null
  isEditing: boolean
  setEditing: (isEditing: boolean) => void
}

/** What each tab of a partner's page shows. Complete by type: a new key needs a panel. */
export const PANELS: Record<TabKey, ComponentType<PanelProps>> = {
  profile: ProfileTab,
  licences: LicencesTab,
  remote: RemoteTab,
  accounts: AccountsOfPartner,
  branding: BrandingTab,
  history: HistoryTab,
}

function AccountsOfPartner({ partner, reason }: PanelProps) {
  return (
    <AccountsPanel
      relation="ofPartner"
      companyId={partner.id}
      companyName={partner.name}
      kind={partner.kind}
      reason={reason}
    />
  )
}
