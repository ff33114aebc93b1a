import { IMPORT_FIELD_KEYS } from '@/server/features/imports/fields'
import type { WorldAccount, WorldCompany } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'

/** Who asks, for which company, and the asker's own. */
type Given = { account: WorldAccount | null; company: WorldCompany; own: WorldCompany }

const work =
  (what: string) =>
  ({ account, company }: Given) => ({ operationId: idOf(account ?? company.admin, what) })

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
}
