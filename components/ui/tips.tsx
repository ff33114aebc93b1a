'use client'

import { lazy, Suspense, useEffect, useState } from 'react'

const TipLayer = lazy(() => import('./tip-layer').then((module) => ({ default: module.TipLayer })))
const FIRST_MOVES = ['pointermove', 'focusin'] as const

/** Tooltips, from the first move of the mouse or the focus on. Once, in the root layout. */
export function Tips() {
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => {
    const need = () => setNeeded(true)
    for (const move of FIRST_MOVES) document.addEventListener(move, need, { once: true })
    return () => {
      for (const move of FIRST_MOVES) document.removeEventListener(move, need)
    }
  }, [])
  return isNeeded ? (
    <Suspense>
      <TipLayer />
    </Suspense>
  ) : null
}
