import { type Decision, no, yes } from '@/server/lib/result'

/** Where the remote management of an MSP runs; null: it has none. */
export type RemoteCentre = { id: string; enabled: boolean } | null

/** What depends on it: customers that are managed remotely, and plans that issue such licences. */
export type RemoteUse = { customers: number; plans: number }

/**
 * May an MSP's remote management go to this data centre, or (null) end? As long as something depends on it, it stays where it is:
 * what is installed at customers talks to that place. Codes: nothingChanges · dataCentreClosed · remoteManagementInUse (customers,
 * plans).
 */
export function mayMoveRemote(before: RemoteCentre, to: RemoteCentre, use: RemoteUse): Decision {
  if (before?.id === to?.id) return no('nothingChanges')
  if (before && use.customers + use.plans > 0) return no('remoteManagementInUse', use)
  return to && !to.enabled ? no('dataCentreClosed') : yes(true)
}
