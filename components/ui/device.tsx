'use client'

import { createContext, type ReactNode, use, useDeferredValue } from 'react'

const PhoneContext = createContext(false)

/** Tells the tree whether a phone asks: the server knows it by what the browser calls itself, the browser by what the server said. */
export const PhoneProvider = ({ isPhone, children }: { isPhone: boolean; children: ReactNode }) => (
  <PhoneContext value={isPhone}>{children}</PhoneContext>
)

/**
 * False in the first paint of a phone, true right behind it and everywhere else: for what a phone's screen does not show at first.
 * Never for how things look: that is for the style sheet to say, by the room there is. What may still be on its way then needs a
 * `Suspense` of its own inside: one that is there already would hold the rest back.
 */
export const useIsWhole = (): boolean => useDeferredValue(true, !use(PhoneContext))
