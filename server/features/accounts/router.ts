import type { Target } from '@/server/access/decide'
import type { CompanyKind, Privilege } from '@/server/access/privileges'
import { companyId } from '@/server/features/companies/schema'
import { DomainError } from '@/server/lib/errors'
import { may, router } from '@/server/trpc/procedures'
import { createAccount, deleteAccount, setEnabled, setRole, updateAccount } from './commands'
import { sendPasswordLink } from './invite'
import { personProcedures } from './person-router'
import { listAccounts } from './queries'
import { accountEdit, accountFilter, accountRef, enabledChange, newAccount, roleChange } from './schema'
import { resetTwoFactor } from './two-factor'

/** Which company is meant, when it is not one's own. */
const at = { companyId: companyId.optional() }

/** The company that the target stands for. */
function companyOf({ scope, kind, chain }: Target) {
  const id = chain.at(-1)?.id
  if (id === undefined) throw new DomainError('notFound')
  return { companyId: id, scope, kind }
}

/**
 * Three privileges, one set of commands: accounts of one's own company, of customers, and of partners. `help`: to whom a new password
 * or a lost second factor is left.
 */
function accountsBy(view: Privilege, change: Privilege, kinds: readonly CompanyKind[], help = change) {
  const companyFor = (target: Target) => {
    if (!kinds.includes(target.kind)) throw new DomainError('notAllowed', { privilege: view })
    return companyOf(target)
  }
  return router({
    list: may(view)
      .input(accountFilter.extend(at))
      .query(({ ctx, input }) => listAccounts(ctx.tx, { ...input, ...companyFor(ctx.target) })),
    create: may(change)
      .input(newAccount.extend(at))
      .mutation(({ ctx, input: { companyId: _, ...account } }) =>
        createAccount(ctx.tx, ctx.actor, change, { at: companyFor(ctx.target), account }),
      ),
    update: may(change)
      .input(accountEdit.extend(at))
      .mutation(({ ctx, input }) => updateAccount(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
    setRole: may(change)
      .input(roleChange.extend(at))
      .mutation(({ ctx, input }) => setRole(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
    setEnabled: may(change)
      .input(enabledChange.extend(at))
      .mutation(({ ctx, input }) => setEnabled(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
    delete: may(change)
      .input(accountRef.extend(at))
      .mutation(({ ctx, input }) => deleteAccount(ctx.tx, ctx.actor, change, { ...input, ...companyFor(ctx.target) })),
    sendPasswordLink: may(help)
      .input(accountRef.extend(at))
      .mutation(({ ctx, input }) => sendPasswordLink(ctx.tx, ctx.actor, help, { ...input, ...companyFor(ctx.target) })),
    resetTwoFactor: may(help)
      .input(accountRef.extend(at))
      .mutation(({ ctx, input }) => resetTwoFactor(ctx.tx, ctx.actor, help, { ...input, ...companyFor(ctx.target) })),
    ...personProcedures(change, companyFor),
  })
}

export const accounts = router({
  own: accountsBy(
    'company.view',
    'company.accounts',
    ['distributor', 'isp', 'msp', 'reseller', 'customer'],
    'company.resetPassword',
  ),
  ofCustomer: accountsBy('customer.view', 'customer.accounts', ['customer']),
  ofPartner: accountsBy('partner.view', 'partner.accounts', ['msp', 'reseller']),
})
