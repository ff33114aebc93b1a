import type { Privilege } from '@/server/access/privileges'
import type { Day, Term } from '@/server/lib/period'
import type { Decision } from '@/server/lib/result'
import type { BulkModification } from './bulk-schema'
import { modify, renew } from './rules'
import type { WishInput } from './schema'
import type { Effect, Licence, LicenceState } from './state'
import { resume, suspend } from './switch-rules'

/** What a selection of licences can be asked to do, with what it needs. */
export type LicenceBulk =
  | { kind: 'licenceRenew'; months?: number | undefined }
  | { kind: 'licenceModify'; changes: BulkModification }
  | { kind: 'licenceSuspend'; endsOn?: Day | undefined }
  | { kind: 'licenceResume' }
/** What customers can be given. */
export type AssignBulk = { kind: 'licenceAssign'; wishes: readonly WishInput[] }
export type LicenceBulkKind = LicenceBulk['kind'] | AssignBulk['kind']

export const BULK_PRIVILEGE: Record<LicenceBulkKind, Privilege> = {
  licenceAssign: 'licence.assign',
  licenceRenew: 'licence.renew',
  licenceModify: 'licence.modify',
  licenceSuspend: 'licence.suspend',
  licenceResume: 'licence.suspend',
}

/** The effect of a bulk change on one licence, or why not: the same rules as for one alone. */
export function bulkEffect(change: LicenceBulk, licence: Licence, today: Day): Decision<Effect> {
  switch (change.kind) {
    case 'licenceRenew':
      return renew(licence, change.months === undefined ? {} : { months: change.months }, today)
    case 'licenceModify': {
      const { units, ...rest } = change.changes
      if (units === undefined) return modify(licence, given(rest), today)
      return modify(licence, { ...given(rest), units: 'to' in units ? units.to : licence.units + units.by }, today)
    }
    case 'licenceSuspend':
      return suspend(licence, change.endsOn === undefined ? {} : { endsOn: change.endsOn }, today)
    case 'licenceResume':
      return resume(licence, today)
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
const given = <T extends object>(values: T): Given<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>

/** One row of a preview: exactly what will be, old → new. `issue`: a new licence, whose whole first state is `after`. */
export type PlannedRow = {
  kind: 'issue' | 'change'
  customerId: string
  /** Null while it does not exist. */
  subscriptionId: string | null
  revision: number | null
  productName: string
  planName: string
  before: Partial<LicenceState>
  after: Partial<LicenceState>
  period: Term | null
  mail: boolean
}

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)])
}

/** Is what would be done now what was shown? Compares everything that would be written. */
export const isAsShown = (shown: object, now: PlannedRow): boolean => {
  const told = shown as Partial<PlannedRow>
  const essence = ({ kind, subscriptionId, revision, before, after, period }: Partial<PlannedRow>) =>
    JSON.stringify(sorted({ kind, subscriptionId, revision, before, after, period }))
  return essence(told) === essence(now)
}
