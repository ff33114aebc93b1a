'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/**
 * False in the page as the server sends it, true from the first moment in the browser. For what the two may word differently:
 * names of countries and time zones come from each one's own copy of Unicode's data.
 */
export const useBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
