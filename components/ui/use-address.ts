'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'

/** Values by name; null takes one out. */
type Change = Readonly<Record<string, string | null>>
/** `push`: a step that the browser's *back* undoes. */
type Step = 'push' | 'replace'

/**
 * What the address bar says after `?`, as state. A change shows at once; the router follows, and asks the server for nothing:
 * what is shown asks for its own data.
 */
export function useAddress(): [URLSearchParams, (change: Change, step?: Step) => void] {
  const followed = useSearchParams().toString()
  const [ahead, setAhead] = useState<{ from: string; to: string }>()
  const isAhead = ahead?.from === followed
  if (ahead && !isAhead) setAhead(undefined)
  const shown = isAhead ? ahead.to : followed
  const change = useCallback(
    (values: Change, step: Step = 'replace') => {
      const params = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(values)) {
        if (value === null) params.delete(name)
        else params.set(name, value)
      }
      setAhead({ from: followed, to: params.toString() })
      const search = params.toString().replaceAll('%2C', ',')
      const address = `${window.location.pathname}${search && `?${search}`}${window.location.hash}`
      if (step === 'push') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [followed],
  )
  return [useMemo(() => new URLSearchParams(shown), [shown]), change]
}

/** One of several words in the address bar, such as a tab; the first of them goes unsaid. */
export function useAddressWord<Word extends string>(
  name: string,
  words: readonly [Word, ...Word[]],
): [Word, (word: Word) => void] {
  const [params, change] = useAddress()
  const [first] = words
  const said = params.get(name)
  const word = words.find((one) => one === said) ?? first
  return [word, (next) => change({ [name]: next === first ? null : next })]
}
