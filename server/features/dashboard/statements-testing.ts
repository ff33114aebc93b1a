import { watched } from '@/server/testing/plans'
import { figures } from './figures'

/** Everything that a dashboard reads, for somebody who sees everything, statement by statement. */
export async function dashboardStatements(scope: string) {
  const everything = { customers: true, partners: true, plans: true, review: true }
  return (await watched(scope, (tx) => figures(tx, scope, everything))).statements
}
