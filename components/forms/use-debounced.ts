'use client'

import { useEffect, useState } from 'react'

/** A value that follows `value` once it has been still for `milliseconds`: for questions to the server while one types. */
export function useDebounced<T>(value: T, milliseconds = 300): T {
  const [settled, setSettled] = useState(value)
  useEffect(
    function waitForStillness() {
      const timer = setTimeout(() => setSettled(value), milliseconds)
      return () => clearTimeout(timer)
    },
    [value, milliseconds],
  )
  return settled
}
