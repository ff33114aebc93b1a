'use client'

import { createContext, type ReactNode, use, useState } from 'react'
import { MEMORY_COOKIE } from './memory-cookie'

const YEAR_SECONDS = 31_536_000

type Memory = { read: (key: string) => string | null; write: (key: string, value: string | null) => void }
const MemoryContext = createContext<Memory>({ read: () => null, write: () => undefined })

/** Gives the tree its memory; `initial` is the cookie's value as the server read it, so that the first HTML is already right. */
export function MemoryProvider({ initial, children }: { initial: string | undefined; children: ReactNode }) {
  const [kept, setKept] = useState(() => new URLSearchParams(initial ?? ''))
  const write = (key: string, value: string | null) => {
    const next = new URLSearchParams(readCookie() ?? kept)
    if (value === null) next.delete(key)
    else next.set(key, value)
    setKept(next)
    const cookie = `${MEMORY_COOKIE}=${encodeURIComponent(next.toString())}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    // Not the Cookie Store: browsers hide that one where a console is served without TLS.
    Object.assign(document, { cookie })
  }
  return <MemoryContext value={{ read: (key) => kept.get(key), write }}>{children}</MemoryContext>
}

/** The cookie as it is now: another tab may have remembered something since. Null where the browser keeps none. */
const readCookie = (): string | null => new URLSearchParams(document.cookie.replaceAll('; ', '&')).get(MEMORY_COOKIE)

/** A remembered word and how to change it. */
export function useMemory(key: string): [string | null, (value: string | null) => void] {
  const { read, write } = use(MemoryContext)
  return [read(key), (value) => write(key, value)]
}
