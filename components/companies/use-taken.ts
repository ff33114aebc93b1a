'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type Door, useDoor } from './door'

/** Asks, before a wizard goes on, whether a name is taken. When the server does not answer here, it will at the end. */
export function useTaken(door: Door) {
  const procedures = useDoor(door)
  const queries = useQueryClient()
  const ask = (question: Promise<boolean>) => question.catch(() => false)
  return {
    isSlugTaken: (slug: string, companyId?: string) =>
      ask(queries.fetchQuery(procedures.isSlugTaken.queryOptions({ slug, ...(companyId ? { companyId } : {}) }))),
    isLoginNameTaken: (loginName: string, companyId?: string) =>
      ask(
        queries.fetchQuery(
          procedures.isLoginNameTaken.queryOptions({ loginName, ...(companyId ? { companyId } : {}) }),
        ),
      ),
  }
}
