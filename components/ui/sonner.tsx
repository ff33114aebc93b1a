'use client'

import { useSyncExternalStore } from 'react'
import { Toaster } from 'sonner'

const PHONE = '(max-width: 639px)'

const whenTurned = (tell: () => void) => {
  const media = window.matchMedia(PHONE)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}

const TOP_BAR = 56

/** The drawn half of Toaster. On a phone dialogs rise from below, with their buttons: toasts stand above. */
export function Sonner({ label, closeLabel }: { label: string; closeLabel: string }) {
  const isPhone = useSyncExternalStore(whenTurned, () => window.matchMedia(PHONE).matches)
  return (
    <Toaster
      containerAriaLabel={label}
      position={isPhone ? 'top-center' : 'bottom-right'}
      mobileOffset={{ top: TOP_BAR }}
      gap={8}
      visibleToasts={3}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast:
            'flex w-full items-center gap-3 rounded-md border border-line bg-raised px-4 py-3 font-sans text-base text-ink shadow-float',
          content: 'min-w-0 flex-1',
          description: 'text-ink-3 text-sm',
          actionButton: 'shrink-0 rounded-md px-2 py-1 font-medium text-accent-text text-sm hover:bg-sunken',
        },
      }}
    />
  )
}
