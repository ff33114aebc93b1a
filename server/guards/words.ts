import { companiesOf, WORLD_PASSWORD, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { builderOf, dayIn, topOf } from '@/server/testing/world-catalogue'
import { idOf } from '@/server/testing/world-ids'
import type { Words } from './zod-samples'

/** A customer of the company, or itself when it is one. */
export const customerAt = (world: World, company: WorldCompany): WorldCompany =>
  company.kind === 'customer'
    ? company
    : (companiesOf(world).find(
        ({ kind, status, scope }) => kind === 'customer' && status === 'enabled' && scope.startsWith(company.scope),
      ) ?? company)

/** Who manages a customer; a partner itself. */
const managingOf = (world: World, company: WorldCompany): WorldCompany =>
  companiesOf(world).find(({ scope }) => company.kind === 'customer' && scope === company.parentScope) ?? company

/** Another partner of the channel, to which customers can go. */
const elsewhere = (world: World, managing: WorldCompany): WorldCompany =>
  companiesOf(world).find(
    ({ id, kind, status, scope }) =>
      kind === 'msp' && status === 'active' && id !== managing.id && scope.startsWith(topOf(managing).scope),
  ) ?? managing

/** Ids that many companies hold in common: what is handed down names the same thing for all of a channel. */
function catalogueWords(company: WorldCompany, managing: WorldCompany): Words {
  const product = (what: string) => idOf(topOf(company), what)
  const plan = (what: string) => idOf(builderOf(managing), what)
  return {
    productId: [product('product')],
    productIds: [product('product')],
    componentId: [product('software')],
    suiteId: [product('suite')],
    softwareId: [product('software')],
    freshId: [product('fresh')],
    dataCentreId: [product('dataCentre')],
    otherDataCentreId: [product('otherDataCentre')],
    planId: [plan('plan')],
    planIds: [plan('plan')],
    largerPlanId: [plan('largerPlan')],
    fullPlanId: [plan('fullPlan')],
    lockedPlanId: [plan('lockedPlan')],
    freshPlanId: [plan('freshPlan')],
    sparePlanId: [plan('sparePlan')],
  }
}

/** Names of things: the ids that belong to `company`, and, where a person has her own, to `account`. */
export function idWords(world: World, company: WorldCompany, account: WorldAccount | null): Words {
  const customer = customerAt(world, company)
  const managing = managingOf(world, company)
  const person = account && account.companyId === company.id ? account : company.admin
  return {
    companyId: [company.id],
    parentId: [company.id],
    partnerId: [company.id],
    customerId: [customer.id],
    id: [customer.id],
    toId: [managing.id],
    elsewhereId: [elsewhere(world, managing).id],
    ids: [customer.id],
    except: [customer.id],
    accountId: [company.accounts.supportEngineer.id],
    sessionId: [person.sessionId],
    noteId: [idOf(company, 'note')],
    viewId: [idOf(person, 'view')],
    operationId: [idOf(person, 'operation')],
    subscriptionId: [idOf(customer, 'subscription')],
    trialId: [idOf(customer, 'trial')],
    suspendedId: [idOf(customer, 'suspended')],
    awaitedId: [idOf(customer, 'awaited')],
    keyId: [idOf(managing, 'key')],
    cancelledKeyId: [idOf(managing, 'cancelledKey')],
    priceId: [idOf(topOf(company), 'later price')],
    mailId: [idOf(company, 'mail')],
    sentMailId: [idOf(company, 'sentMail')],
    ...catalogueWords(company, managing),
  }
}

/** What else fields of a name are filled with. */
const COMMON: Words = {
  version: [1],
  loginName: ['fresh-login-name'],
  password: ['four words nobody guesses'],
  current: [WORLD_PASSWORD],
  next: ['four other words nobody guesses'],
  slug: ['fresh-slug'],
  country: ['GB'],
  timeZone: ['Europe/Paris'],
  locale: ['fr'],
  email: ['sample@sample.example'],
  screen: ['customers'],
  phoneCountry: ['44'],
  phoneArea: ['20'],
  phoneNumber: ['7946 0000'],
  phoneExtension: ['12'],
  to: ['disabled', 'suspended', '2026-03-04'],
  isEnabled: [false],
  code: ['FRESH0001'],
  family: ['fresh'],
  currency: ['EUR'],
  amount: ['1.50'],
  validFrom: [dayIn(400)],
  startsOn: [dayIn(3)],
  day: [dayIn(0)],
  on: [dayIn(0)],
  expiresOn: [dayIn(30)],
}

/** Everything a procedure may be given for a target and somebody who tries. */
export const wordsFor = (world: World, company: WorldCompany, account: WorldAccount | null): Words => ({
  ...COMMON,
  ...idWords(world, company, account),
  // Nobody gives a role above their own.
  role: account ? [account.role] : ['supportEngineer'],
  name: [customerAt(world, company).name],
})
