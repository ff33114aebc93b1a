'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

type Way = { to: string } | { back: true }

/** The link of this page that a click follows in this tab, or null. */
function followed(event: MouseEvent): string | null {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return null
  }
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || (link.target !== '' && link.target !== '_self')) return null
  if (link.hasAttribute('download') || link.origin !== window.location.origin) return null
  if (link.pathname === window.location.pathname) return null
  return link.pathname + link.search + link.hash
}

/**
 * Asks before unsaved input is left: by a link, by the browser's Back, by closing the tab. Draw `guard`.
 */
export function useLeaveGuard(isDirty: boolean): { guard: ReactNode; leaveTo: (href: string) => void } {
  const t = useTranslations('common.leave')
  const router = useRouter()
  const [way, setWay] = useState<Way | null>(null)
  const isLeaving = useRef(false)

  useEffect(
    function watchTheWaysOut() {
      if (!isDirty) return
      const onClick = (event: MouseEvent) => {
        const to = followed(event)
        if (to === null) return
        event.preventDefault()
        event.stopPropagation()
        setWay({ to })
      }
      const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
      const onBack = () => {
        if (isLeaving.current) return
        window.history.pushState(window.history.state, '', window.location.href)
        setWay({ back: true })
      }
      // A second entry for this page: Back then arrives here and can be asked about.
      window.history.pushState(window.history.state, '', window.location.href)
      document.addEventListener('click', onClick, true)
      window.addEventListener('beforeunload', onUnload)
      window.addEventListener('popstate', onBack)
      return () => {
        document.removeEventListener('click', onClick, true)
        window.removeEventListener('beforeunload', onUnload)
        window.removeEventListener('popstate', onBack)
      }
    },
    [isDirty],
  )

  const leave = () => {
    if (way === null) return
    isLeaving.current = true
    if ('to' in way) router.push(way.to)
    else window.history.go(-2)
  }

  const guard = (
    <ConfirmDialog
      open={way !== null}
      onOpenChange={(open) => open || setWay(null)}
      title={t('title')}
      effect={t('text')}
      confirm={t('leave')}
      onConfirm={leave}
    />
  )
  /** Goes somewhere, after asking if there is something to lose. */
  const leaveTo = (to: string) => (isDirty ? setWay({ to }) : router.push(to))
  return { guard, leaveTo }
}

/** The same as an element, where nothing but links leads away. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  return useLeaveGuard(isDirty).guard
}
