'use client'

import { createContext, type ReactNode, use } from 'react'

const PhoneContext = createContext(false)

/** Tells the tree whether a phone asks: the server knows it by what the browser calls itself, the browser by what the server said. */
export const PhoneProvider = ({ isPhone, children }: { isPhone: boolean; children: ReactNode }) => (
  <PhoneContext value={isPhone}>{children}</PhoneContext>
)

/** Only for what comes sooner or later, never for how things look: that is for the style sheet to say, by the room there is. */
export const useIsPhone = (): boolean => use(PhoneContext)
