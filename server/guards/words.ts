import { companiesOf, WORLD_PASSWORD, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import type { Words } from './zod-samples'

/** A customer of the company, or itself when it is one. */
export const customerAt = (world: World, company: WorldCompany): WorldCompany =>
  company.kind === 'customer'
    ? company
    : (companiesOf(world).find(
        ({ kind, status, scope }) => kind === 'customer' && status === 'enabled' && scope.startsWith(company.scope),
      ) ?? company)

/** Names of things: the ids that belong to `company`, and, where a person has her own, to `account`. */
export function idWords(world: World, company: WorldCompany, account: WorldAccount | null): Words {
  const customer = customerAt(world, company)
  const person = account && account.companyId === company.id ? account : company.admin
  return {
    companyId: [company.id],
    parentId: [company.id],
    partnerId: [company.id],
    customerId: [customer.id],
    id: [customer.id],
    ids: [customer.id],
    except: [customer.id],
    accountId: [company.accounts.supportEngineer.id],
    sessionId: [person.sessionId],
    noteId: [idOf(company, 'note')],
    viewId: [idOf(person, 'view')],
    operationId: [idOf(person, 'operation')],
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
}

/** Everything a procedure may be given for a target and somebody who tries. */
export const wordsFor = (world: World, company: WorldCompany, account: WorldAccount | null): Words => ({
  ...COMMON,
  ...idWords(world, company, account),
  // Nobody gives a role above their own.
  role: account ? [account.role] : ['supportEngineer'],
  name: [customerAt(world, company).name],
})
