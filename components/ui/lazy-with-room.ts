import { type ComponentType, lazy } from 'react'

/** Ends when the media query holds; at once on the server, whose page shows everything and lets CSS choose. */
const room = (query: string): Promise<void> =>
  new Promise((resolve) => {
    if (typeof window === 'undefined') return resolve()
    const media = window.matchMedia(query)
    const look = () => {
      if (!media.matches) return
      media.removeEventListener('change', look)
      resolve()
    }
    media.addEventListener('change', look)
    look()
  })

/** A component that the browser loads once there is room for it: a phone does not pay for what it does not show. */
export const lazyWithRoom = <Props>(query: string, load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    await room(query)
    return { default: await load() }
  })
