'use client'

import type { ComponentType } from 'react'
import { AccountsPanel } from '@/components/accounts/accounts-panel'
import { LicencesTab } from '@/components/licences/licences-tab'
import { NotesTab } from '../notes/notes-tab'
import { ProfileTab } from './profile-tab'
import type { TabKey } from './tab-keys'
import type { CustomerPageState } from './use-customer'

export type PanelProps = { page: CustomerPageState; isEditing: boolean; setEditing: (isEditing: boolean) => void }

/** What each tab of a customer's page shows. Complete by type: a new key needs a panel. */
export const PANELS: Record<TabKey, ComponentType<PanelProps>> = {
  profile: ProfileTab,
  licences: LicencesOfCustomer,
  accounts: AccountsOfCustomer,
  notes: NotesOfCustomer,
}

function AccountsOfCustomer({ page: { customer, reason } }: PanelProps) {
  return (
    <AccountsPanel
      relation="ofCustomer"
      companyId={customer.id}
      companyName={customer.name}
      kind="customer"
      reason={reason}
    />
  )
}

function LicencesOfCustomer({ page: { customer, reason } }: PanelProps) {
  return <LicencesTab holder={customer} reason={reason} />
}

function NotesOfCustomer({ page: { customer, reason, can } }: PanelProps) {
  return <NotesTab companyId={customer.id} mayWrite={can.update} reason={reason} />
}
