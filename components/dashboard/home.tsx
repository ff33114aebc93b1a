'use client'

import { useCan, usePerson } from '@/components/access/access-provider'
import { OwnLicences } from '@/components/licences/own-licences'
import { Dashboard } from './dashboard'

/** What stands at `/`: a customer sees its licences, everybody else the dashboard. */
export function Home() {
  const can = useCan()
  const { kind } = usePerson()
  return kind === 'customer' && can('licence.view') ? <OwnLicences /> : <Dashboard />
}
