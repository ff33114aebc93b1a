import { useCan } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import type { CompanyKind, Privilege } from '@/server/access/privileges'

/** The company whose accounts are shown, and how one stands to it: that decides privilege and procedures. */
export type AccountsOf = {
  relation: 'own' | 'ofCustomer' | 'ofPartner'
  companyId: string
  companyName: string
  kind: CompanyKind
}

const CHANGE = {
  own: 'company.accounts',
  ofCustomer: 'customer.accounts',
  ofPartner: 'partner.accounts',
} as const satisfies Record<AccountsOf['relation'], Privilege>

/** Who may send a password link and reset a lost second factor. */
const HELP = { ...CHANGE, own: 'company.resetPassword' } as const satisfies Record<AccountsOf['relation'], Privilege>

/** The procedures for the accounts of a company; one's own needs no id. */
export function useAccounts({ relation, companyId }: AccountsOf) {
  const trpc = useTRPC()
  const can = useCan()
  return {
    procedures: trpc.accounts[relation],
    at: relation === 'own' ? {} : { companyId },
    mayChange: can(CHANGE[relation]),
    mayHelp: can(HELP[relation]),
    pathKey: trpc.accounts.pathKey(),
  }
}
