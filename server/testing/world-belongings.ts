import type { WorldCompany } from './world'
import { catalogueBelongings } from './world-catalogue'
import { idOf } from './world-ids'
import { keyBelongings } from './world-keys'
import { licenceBelongings } from './world-licences'
import { itemsOf, operationsOf, piecesOf } from './world-operations'

type Rows = (company: WorldCompany, managing: WorldCompany | null) => Record<string, unknown>[]

/**
 * At least one row of every table that belongs to a company (where it can have any: guards/holders.ts), the mark in every text. A
 * new table gets a line here; the tests of row security and of the world say what is missing. Whoever refers stands behind.
 */
export const belongings: Record<string, Rows> = {
  saved_view: (company) =>
    Object.values(company.accounts).map((account) => ({
      id: idOf(account, 'view'),
      scope: company.scope,
      accountId: account.id,
      screen: 'customers',
      name: company.mark,
      shared: account === company.admin,
      query: `q=${company.mark}`,
    })),
  preference: (company) => [
    { scope: company.scope, accountId: company.admin.id, name: company.mark, value: { mark: company.mark } },
  ],
  note: (company) => [
    {
      id: idOf(company, 'note'),
      scope: company.scope,
      body: company.mark,
      authorId: company.admin.id,
      authorName: company.mark,
    },
  ],
  log_entry: (company) => [
    {
      id: idOf(company, 'log'),
      scope: company.scope,
      accountId: company.admin.id,
      accountName: company.mark,
      companyName: company.name,
      action: 'company.update',
      targetType: 'company',
      targetId: company.id,
      targetName: company.name,
      before: { name: `${company.mark} before` },
      after: { name: company.name },
      address: company.mark,
      requestId: company.mark,
    },
  ],
  operation: operationsOf,
  operation_item: itemsOf,
  import_piece: piecesOf,
  import_row: (company) => [
    {
      scope: company.scope,
      operationId: idOf(company.admin, 'operation'),
      line: 2,
      cells: [company.mark],
      state: 'bad',
      value: { name: company.mark },
      problems: [{ column: company.mark, code: 'required' }],
    },
  ],
  ...catalogueBelongings,
  ...licenceBelongings,
  ...keyBelongings,
}
