import type { Random } from './random'
import type { AccountSeed, CompanySeed, LogSeed, NoteSeed } from './rows'

const NOTES = [
  'Prefers calls before noon. Door code at reception.',
  'New firewall arrives in week 12; call the electrician first.',
  'Demande un devis pour 25 postes supplémentaires avant la fin du trimestre.',
  'Moved to the new building. Old address is no longer valid.',
  '担当者が変わりました。次回の打ち合わせは来月です。',
  'Two sites, one contract. Invoices go to the head office.',
  'Ζητήθηκε προσφορά για ανανέωση τριών ετών.',
  'Had an outage on the first Monday; apologised, credited, closed.',
] as const

const DAY = 86_400_000

const nameOf = (account: AccountSeed) => `${account.firstName} ${account.lastName}`

/** Administrators by the path of their company. */
function administratorsOf(accounts: readonly AccountSeed[]): Map<string, AccountSeed> {
  return new Map(accounts.filter(({ role }) => role === 'administrator').map((account) => [account.scope, account]))
}

/** Notes of the managing company on about every eighth customer. */
export function notesFor(
  random: Random,
  companies: readonly CompanySeed[],
  accounts: readonly AccountSeed[],
): NoteSeed[] {
  const administrators = administratorsOf(accounts)
  return companies.flatMap((company) => {
    const author = administrators.get(company.parentScope ?? '')
    if (company.kind !== 'customer' || !author || !random.chance(12)) return []
    return Array.from({ length: 1 + random.below(3) }, (_, index) => {
      const createdAt = new Date(company.createdAt.getTime() + (index + 1) * DAY)
      const body = random.pick(NOTES)
      return {
        id: random.uuid(createdAt),
        scope: company.scope,
        body,
        authorId: author.id,
        authorName: nameOf(author),
        createdAt,
      }
    })
  })
}

/** What the administration log would hold had people made these companies. */
export function logOf(random: Random, companies: readonly CompanySeed[], accounts: readonly AccountSeed[]): LogSeed[] {
  const administrators = administratorsOf(accounts)
  const byScope = new Map(companies.map((company) => [company.scope, company]))
  return companies.flatMap((company) => {
    const by = administrators.get(company.parentScope ?? '')
    const above = byScope.get(company.parentScope ?? '')
    if (!by || !above) return []
    return {
      id: random.uuid(company.createdAt),
      scope: company.scope,
      at: company.createdAt,
      accountId: by.id,
      accountName: nameOf(by),
      companyName: above.name,
      action: company.kind === 'customer' ? 'customer.create' : 'partner.create',
      targetType: 'company',
      targetId: company.id,
      targetName: company.name,
    }
  })
}
