import { IMPORT_FIELD_KEYS } from '@/server/features/imports/fields'
import type { ImportInput, ImportResult } from '@/server/features/imports/schema'
import type { WorldAccount, WorldCompany } from './world'
import { idOf } from './world-ids'

const IN_AN_HOUR = new Date(Date.now() + 3_600_000)

const RESULT: ImportResult = { rows: 1, good: 1, bad: 0, known: 0, warned: 0, written: 0, failed: 0, problems: {} }

/** What has arrived of the world's imports: every field, once. */
export const importFileOf = (company: WorldCompany) =>
  `${IMPORT_FIELD_KEYS.join(',')}\n${IMPORT_FIELD_KEYS.map(() => company.mark).join(',')}\n`

const importOf = (company: WorldCompany, hasArrived: boolean): ImportInput => ({
  fileName: `${company.mark}.csv`,
  sizeBytes: importFileOf(company).length,
  parent: { id: company.id, name: company.name, isOwn: true },
  defaults: { locale: 'en', timeZone: 'Europe/London' },
  layout: hasArrived ? { format: 'csv', encoding: 'utf-8', separator: ',' } : null,
  sheets: [],
  rowsEstimate: 1,
  headings: [...IMPORT_FIELD_KEYS],
  columns: [...IMPORT_FIELD_KEYS],
})

const BULK = [
  ...['customerDisable', 'customerEnable', 'customerDelete', 'customerTag'],
  ...['licenceAssign', 'licenceRenew', 'licenceModify', 'licenceSuspend', 'licenceResume'],
]

type Work = {
  what: string
  by: WorldAccount
  kind: string
  state: string
  step: string
  input: object
  result: object | null
}

/** Long work of a company in the states that people meet; `what` finds it again (`idOf(account, what)`). */
function worksOf(company: WorldCompany): Work[] {
  const readyImport = (what: string, by: WorldAccount) => ({
    ...{ what, by, kind: 'customerImport', state: 'ready', step: 'check' },
    ...{ input: importOf(company, true), result: RESULT },
  })
  const { administrator, customerAccountManager, licenceManager } = company.accounts
  const bulk = (by: WorldAccount, kind: string) => ({
    ...readyImport(kind, by),
    ...{ kind, state: 'draft', step: '', input: { add: [company.mark], remove: [] } },
  })
  return [
    ...Object.values(company.accounts).map((by) => readyImport('operation', by)),
    ...[administrator, customerAccountManager].flatMap((by) => [
      { ...readyImport('draft', by), state: 'draft', step: '' },
      { ...readyImport('upload', by), state: 'draft', step: '', input: importOf(company, false) },
      ...BULK.map((kind) => bulk(by, kind)),
    ]),
    ...[administrator, customerAccountManager, licenceManager].map((by) => bulk(by, 'keyCancel')),
  ]
}

const rowOf = (company: WorldCompany) => (work: Work) => ({
  id: idOf(work.by, work.what),
  scope: company.scope,
  kind: work.kind,
  state: work.state,
  step: work.step,
  targetScope: company.scope,
  input: work.input,
  requestedBy: work.by.id,
  requestedName: company.mark,
  total: 1,
  errorCode: company.mark,
  result: work.result,
  expiresAt: IN_AN_HOUR,
})

export const operationsOf = (company: WorldCompany) => [
  ...worksOf(company).map(rowOf(company)),
  // Over and done with; its step is no real one, but carries the mark.
  rowOf(company)({
    ...{ what: 'marked', by: company.admin, kind: 'customerTag', state: 'done', step: company.mark },
    ...{ input: {}, result: { mark: company.mark } },
  }),
]

/** The file of each import has arrived. */
export const piecesOf = (company: WorldCompany) =>
  worksOf(company)
    .filter(({ kind }) => kind === 'customerImport')
    .map(({ by, what }) => ({
      scope: company.scope,
      operationId: idOf(by, what),
      seq: 0,
      bytes: `\\x${Buffer.from(importFileOf(company)).toString('hex')}`,
    }))

/** Each preview of a bulk change waits to be carried out on one customer; one row carries the mark everywhere. */
export const itemsOf = (company: WorldCompany) => [
  ...worksOf(company)
    .filter(({ kind }) => kind !== 'customerImport')
    .map(({ by, what }) => ({
      scope: company.scope,
      operationId: idOf(by, what),
      ref: company.id,
      together: company.id,
      name: company.name,
      state: 'pending',
      code: null,
      params: { from: 'enabled', to: 'disabled', version: 1, accounts: 1 },
    })),
  {
    scope: company.scope,
    operationId: idOf(company.admin, 'marked'),
    ref: company.mark,
    together: company.mark,
    name: company.mark,
    state: 'refused',
    code: company.mark,
    params: { mark: company.mark },
  },
]
