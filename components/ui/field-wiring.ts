'use client'

import { createContext, use } from 'react'

type FieldWiring = { id: string; describedBy: string | undefined; isInvalid: boolean; isRequired: boolean }
/** Where a Field tells its control who it is. */
export const FieldContext = createContext<FieldWiring | null>(null)

/** What a control inside a Field needs: spread it before the caller's own props. */
export function useFieldWiring() {
  const field = use(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
    'aria-required': field.isRequired || undefined,
  }
}
