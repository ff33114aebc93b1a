import { createHash } from 'node:crypto'
import type { WorldCompany } from './world'

/** The same id for the same thing of the same company, so that tests can name it. */
export function idOf(company: { id: string }, what: string): string {
  const hex = createHash('sha256').update(`${company.id} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Rows = (company: WorldCompany) => Record<string, unknown>[]

/**
 * At least one row of every table that belongs to a company, the mark in every text. A new table gets a line here; the test of
 * row security says which one is missing. Whoever refers stands behind.
 */
export const belongings: Record<string, Rows> = {
  saved_view: (company) => [
    {
      id: idOf(company, 'view'),
      scope: company.scope,
      accountId: company.admin.id,
      screen: 'customers',
      name: company.mark,
      shared: true,
      query: `q=${company.mark}`,
    },
  ],
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
  operation: (company) => [
    {
      id: idOf(company, 'operation'),
      scope: company.scope,
      kind: 'customerImport',
      state: 'ready',
      step: company.mark,
      targetScope: company.scope,
      input: { fileName: `${company.mark}.csv` },
      requestedBy: company.admin.id,
      requestedName: company.mark,
      total: 1,
      errorCode: company.mark,
      result: { mark: company.mark },
    },
  ],
  operation_item: (company) => [
    {
      scope: company.scope,
      operationId: idOf(company, 'operation'),
      ref: company.mark,
      name: company.mark,
      state: 'refused',
      code: company.mark,
      params: { mark: company.mark },
    },
  ],
  import_piece: (company) => [
    {
      scope: company.scope,
      operationId: idOf(company, 'operation'),
      seq: 0,
      bytes: `\\x${Buffer.from(company.mark).toString('hex')}`,
    },
  ],
  import_row: (company) => [
    {
      scope: company.scope,
      operationId: idOf(company, 'operation'),
      line: 2,
      cells: [company.mark],
      state: 'bad',
      value: { name: company.mark },
      problems: [{ column: company.mark, code: 'required' }],
    },
  ],
}
