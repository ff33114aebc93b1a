/**
 * Paths of the tree of companies: `k3f.` parent, `k3f.p07.` partner, `k3f.p07.c0009.` customer.
 * *Mine and below* is the range scope ≤ x < scope + '~'.
 */
export const ownScope = (parentScope: string | null, id: string): string => `${parentScope ?? ''}${id}.`

/** Id of the company at the top of the path. */
export const channelOf = (scope: string): string => scope.slice(0, scope.indexOf('.'))

/** Path of the managing company, or null at the top. */
export function parentOf(scope: string): string | null {
  const cut = scope.lastIndexOf('.', scope.length - 2)
  return cut < 0 ? null : scope.slice(0, cut + 1)
}

/** Is `scope` mine or below me? */
export const isInReach = (mine: string, scope: string): boolean => scope.startsWith(mine)
