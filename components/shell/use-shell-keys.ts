'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useCan } from '@/components/access/access-provider'
import { isForAnother } from '@/components/ui/typing'
import { menuEntries } from './menu-entries'

const SEQUENCE_MS = 1200

/** Keys that work on every screen: ⌘K or Ctrl-K, `?`, and `g` followed by a screen's letter. */
export function useShellKeys({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const router = useRouter()
  const may = useCan()
  const pressedG = useRef(0)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      return onPalette()
    }
    if (isForAnother(event)) return
    const isSecond = event.timeStamp - pressedG.current < SEQUENCE_MS
    pressedG.current = 0
    const entry = isSecond ? menuEntries(may).find(({ letter }) => letter === event.key) : undefined
    if (entry) {
      event.preventDefault() // also keeps the letter from what it means in a list
      router.push(entry.path)
    } else if (event.key === 'g') pressedG.current = event.timeStamp
    else if (event.key === '?') {
      event.preventDefault()
      onHelp()
    }
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])
}
