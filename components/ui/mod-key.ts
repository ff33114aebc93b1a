'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** How the key beside the space bar is called here: ⌘ on Apple's keyboards, Ctrl on others. */
export const useModKey = (): '⌘' | 'Ctrl' =>
  useSyncExternalStore(
    never,
    () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )
