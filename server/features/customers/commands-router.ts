import { loginNamesTaken } from '@/server/features/accounts/queries'
import { proposeSlug, slugsTaken } from '@/server/features/companies/queries'
import { may } from '@/server/trpc/procedures'
import { bulkProcedures } from './bulk-router'
import { changeTags, createCustomer, deleteCustomer, setApproval, setCustomerStatus, updateCustomer } from './commands'
import { addNote, deleteNote } from './notes'
import { listPlansToAssign } from './plan-choice'
import { countEnabledAccounts, getCustomer, listManagers, listNotes } from './record-queries'
import {
  approvalUpdate,
  customerDeletion,
  customerId,
  customerRef,
  customerStatusChange,
  customerUpdate,
  loginNameToCheck,
  managerSearch,
  nameToPropose,
  newCustomer,
  newNote,
  notePage,
  noteRef,
  planChoice,
  slugToCheck,
  tagChange,
} from './record-schema'

/** One customer, and changes of many: the other half of the customers' router. */
export const customerCommands = {
  get: may('customer.view')
    .input(customerId)
    .query(({ ctx, input }) => getCustomer(ctx.tx, input)),
  managers: may('customer.create')
    .input(managerSearch)
    .query(({ ctx, input }) => listManagers(ctx.tx, ctx.actor, input)),
  plansToAssign: may('licence.assign')
    .input(planChoice)
    .query(({ ctx, input: { id } }) => listPlansToAssign(ctx.tx, ctx.actor.companyId, id === undefined ? {} : { id })),
  proposeSlug: may('customer.create')
    .input(nameToPropose)
    .query(({ ctx, input }) => proposeSlug(ctx.tx, input)),
  isSlugTaken: may('customer.create')
    .input(slugToCheck)
    .query(async ({ ctx, input }) => (await slugsTaken(ctx.tx, [input.slug.trim().toLowerCase()])).size > 0),
  isLoginNameTaken: may('customer.create')
    .input(loginNameToCheck)
    .query(async ({ ctx, input }) => (await loginNamesTaken(ctx.tx, [input.loginName.trim()])).size > 0),
  create: may('customer.create')
    .input(newCustomer)
    .mutation(({ ctx, input }) => createCustomer(ctx.tx, ctx.actor, ctx.target, input)),
  update: may('customer.update')
    .input(customerUpdate)
    .mutation(({ ctx, input }) => updateCustomer(ctx.tx, ctx.actor, input)),
  setApproval: may('customer.update')
    .input(approvalUpdate)
    .mutation(({ ctx, input }) => setApproval(ctx.tx, ctx.actor, input)),
  changeTags: may('customer.update')
    .input(tagChange)
    .mutation(({ ctx, input }) => changeTags(ctx.tx, ctx.actor, input)),
  enabledAccounts: may('customer.view')
    .input(customerRef)
    .query(({ ctx, input }) => countEnabledAccounts(ctx.tx, input)),
  setStatus: may('customer.disable')
    .input(customerStatusChange)
    .mutation(({ ctx, input }) => setCustomerStatus(ctx.tx, ctx.actor, input)),
  delete: may('customer.delete')
    .input(customerDeletion)
    .mutation(({ ctx, input }) => deleteCustomer(ctx.tx, ctx.actor, input)),
  notes: may('customer.view')
    .input(notePage)
    .query(({ ctx, input }) => listNotes(ctx.tx, ctx.target.scope, input)),
  addNote: may('customer.update')
    .input(newNote)
    .mutation(({ ctx, input }) => addNote(ctx.tx, ctx.actor, input)),
  deleteNote: may('customer.update')
    .input(noteRef)
    .mutation(({ ctx, input }) => deleteNote(ctx.tx, ctx.actor, input)),
  ...bulkProcedures,
}
