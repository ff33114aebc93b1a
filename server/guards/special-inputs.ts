import { IMPORT_FIELD_KEYS } from '@/server/features/imports/fields'
import type { WorldAccount, WorldCompany } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'

/** Who asks, for which company, and the asker's own. */
type Given = {
  account: WorldAccount | null
  company: WorldCompany
  own: WorldCompany
  /** The id of that name, of the company aimed at (words.ts). */
  id: (name: string) => string
  /** The same of the asker's own company. */
  ownId: (name: string) => string
}

const work =
  (what: string) =>
  ({ account, company }: Given) => ({ operationId: idOf(account ?? company.admin, what) })

const ofCustomers = (id: Given['id']) => ({ selection: { kind: 'ids', ids: [id('customerId')] } })
const ofLicences = (id: Given['id'], name: string) => ({ selection: { kind: 'licences', ids: [id(name)] } })

/** Settings of a plan of the world's first product. */
const settingsOf = (id: Given['id']) => ({
  ...{ name: 'A plan', trialForm: false, activationPolicy: 'immediately', managed: false },
  ...{ initialMonths: 12, autoRenew: true, renewMonths: 12, noticeDays: 60, graceDays: 30 },
  dataCentres: { [id('productId')]: id('dataCentreId') },
})

/**
 * What a procedure needs beyond values that merely fit its schema, so that it succeeds for those who may. Most need nothing here:
 * the test that each succeeds at least once says which do.
 */
export const SPECIAL_INPUTS: Readonly<Record<string, (given: Given) => object>> = {
  'customers.changeTags': () => ({ add: ['fresh'] }),
  'customers.disableMany.carryOut': work('customerDisable'),
  'customers.enableMany.carryOut': work('customerEnable'),
  'customers.tagMany.carryOut': work('customerTag'),
  'customers.deleteMany.carryOut': (given) => ({
    ...work('customerDelete')(given),
    // The preview of the world holds one target: the asker's own company.
    typed: given.own.name,
  }),
  'imports.begin': () => ({ sizeBytes: 10 }),
  'imports.preview': work('draft'),
  'imports.check': (given) => ({
    ...work('draft')(given),
    layout: { format: 'csv', encoding: 'utf-8', separator: ',' },
    columns: [...IMPORT_FIELD_KEYS],
  }),
  'imports.completeUpload': work('upload'),
  'keys.cancelMany.plan': ({ ownId }) => ({ selection: { kind: 'ids', ids: [ownId('keyId')] } }),
  'keys.cancelMany.carryOut': work('keyCancel'),
  'keys.removeCancelled': ({ ownId }) => ({ selection: { kind: 'ids', ids: [ownId('cancelledKeyId')] } }),
  'licences.modify': () => ({ changes: { units: 11 } }),
  'licences.changePlan': ({ id }) => ({ planId: id('largerPlanId') }),
  'licences.convert': ({ id }) => ({ subscriptionId: id('trialId'), planId: id('fullPlanId') }),
  'licences.resume': ({ id }) => ({ subscriptionId: id('suspendedId') }),
  'licences.activate': ({ id }) => ({ subscriptionId: id('awaitedId') }),
  'licences.assignMany.plan': ({ id }) => ({
    ...ofCustomers(id),
    wishes: [{ planId: id('freshPlanId'), units: 3 }],
  }),
  'licences.renewMany.plan': ({ id }) => ofLicences(id, 'subscriptionId'),
  'licences.modifyMany.plan': ({ id }) => ({ ...ofLicences(id, 'subscriptionId'), changes: { units: { to: 12 } } }),
  'licences.suspendMany.plan': ({ id }) => ofLicences(id, 'subscriptionId'),
  'licences.resumeMany.plan': ({ id }) => ofLicences(id, 'suspendedId'),
  'licences.assignMany.carryOut': work('licenceAssign'),
  'licences.renewMany.carryOut': work('licenceRenew'),
  'licences.modifyMany.carryOut': work('licenceModify'),
  'licences.suspendMany.carryOut': work('licenceSuspend'),
  'licences.resumeMany.carryOut': work('licenceResume'),
  // Customers without licences can go anywhere; the others need a plan for each (moves/move.test.ts).
  'moves.carryOut': ({ id }) => ({ toId: id('elsewhereId'), plans: [] }),
  'partners.get': ({ id }) => ({ id: id('companyId') }),
  'partners.consequences': ({ id }) => ({ id: id('companyId') }),
  'partners.setRemoteManagement': ({ id }) => ({ dataCentreId: id('otherDataCentreId'), was: id('dataCentreId') }),
  'partners.setBrandingPermission': () => ({ allowed: true }),
  'plans.create': ({ ownId }) => ({ productId: ownId('productId'), version: 'full', nfr: false, ...settingsOf(ownId) }),
  'plans.update': ({ ownId }) => ({ planId: ownId('planId'), settings: settingsOf(ownId) }),
  'plans.duplicate': ({ ownId }) => ({ planId: ownId('planId') }),
  'plans.switchTo': ({ ownId }) => ({ planId: ownId('planId'), enabled: false }),
  'plans.review': ({ ownId }) => ({ planId: ownId('lockedPlanId') }),
  'plans.approve': ({ ownId }) => ({
    planId: ownId('lockedPlanId'),
    dataCentres: { [ownId('productId')]: ownId('dataCentreId') },
  }),
  'plans.grants.grant': ({ ownId }) => ({ planIds: [ownId('sparePlanId')] }),
  'plans.grants.revoke': ({ ownId }) => ({ planIds: [ownId('largerPlanId')] }),
  'products.addComponent': ({ id }) => ({ productId: id('suiteId'), componentId: id('freshId') }),
  'products.removeComponent': ({ id }) => ({ productId: id('suiteId'), componentId: id('softwareId') }),
  'products.allocations.set': () => ({
    version: 'full',
    allocated: 20_000,
    refill: false,
    disabled: false,
    was: 10_000,
  }),
}
