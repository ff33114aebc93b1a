import { Prisma } from '@/prisma/generated/client'
import type { LicenceState } from './state'

/** The columns that carry a state from the program into a statement (`jsonb_to_recordset`), after those of its own. */
export const WANTED = Prisma.sql`id uuid, plan_id uuid, version product_version, nfr boolean, units integer, anchor_day integer,
  starts_on date, ends_on date, charge_from_on date, initial_months integer, auto_renew boolean, renew_months integer,
  notice_days integer, grace_days integer, managed boolean, awaiting_sign_in boolean, suspended_ends_on date, cancelled_on date`

/** A state by those names. */
export const stateColumns = (state: LicenceState) => ({
  plan_id: state.planId,
  product_id: state.productId,
  version: state.version,
  nfr: state.nfr,
  units: state.units,
  anchor_day: state.anchorDay,
  starts_on: state.startsOn,
  ends_on: state.endsOn,
  charge_from_on: state.chargeFromOn,
  initial_months: state.initialMonths,
  auto_renew: state.autoRenew,
  renew_months: state.renewMonths,
  notice_days: state.noticeDays,
  grace_days: state.graceDays,
  managed: state.managed,
  awaiting_sign_in: state.awaitingSignIn,
  suspended_ends_on: state.suspendedEndsOn,
  cancelled_on: state.cancelledOn,
})
