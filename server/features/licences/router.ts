import { may, router } from '@/server/trpc/procedures'
import { assignPlans } from './assign'
import { bulkProcedures } from './bulk-router'
import {
  activateLicence,
  cancelLicence,
  changeLicencePlan,
  convertLicence,
  modifyLicence,
  removeLicences,
  renewLicence,
  resumeLicence,
  suspendLicence,
} from './commands'
import { historyOf, licencesAsOf } from './history'
import { licencesOfCustomer } from './queries'
import {
  assignment,
  conversion,
  licenceChange,
  licenceForm,
  licenceHistory,
  licencesOnDay,
  licencesRead,
  planChange,
  removal,
  renewal,
  suspension,
} from './schema'

export const licences = router({
  ofCustomer: may('licence.view')
    .input(licencesRead)
    .query(({ ctx }) => licencesOfCustomer(ctx.tx, ctx.actor, ctx.target)),
  history: may('licence.view')
    .input(licenceHistory)
    .query(({ ctx, input }) => historyOf(ctx.tx, ctx.actor, ctx.target, input)),
  asOf: may('licence.view')
    .input(licencesOnDay)
    .query(({ ctx, input }) => licencesAsOf(ctx.tx, ctx.actor, ctx.target, input)),
  assign: may('licence.assign')
    .input(assignment)
    .mutation(({ ctx, input }) => assignPlans(ctx, input)),
  modify: may('licence.modify')
    .input(licenceChange)
    .mutation(({ ctx, input }) => modifyLicence(ctx, input)),
  renew: may('licence.renew')
    .input(renewal)
    .mutation(({ ctx, input }) => renewLicence(ctx, input)),
  changePlan: may('licence.modify')
    .input(planChange)
    .mutation(({ ctx, input }) => changeLicencePlan(ctx, input)),
  convert: may('licence.convert')
    .input(conversion)
    .mutation(({ ctx, input }) => convertLicence(ctx, input)),
  suspend: may('licence.suspend')
    .input(suspension)
    .mutation(({ ctx, input }) => suspendLicence(ctx, input)),
  resume: may('licence.suspend')
    .input(licenceForm)
    .mutation(({ ctx, input }) => resumeLicence(ctx, input)),
  cancel: may('licence.cancel')
    .input(licenceForm)
    .mutation(({ ctx, input }) => cancelLicence(ctx, input)),
  remove: may('licence.cancel')
    .input(removal)
    .mutation(({ ctx, input }) => removeLicences(ctx, input)),
  activate: may('licence.modify')
    .input(licenceForm)
    .mutation(({ ctx, input }) => activateLicence(ctx, input)),
  ...bulkProcedures,
})
