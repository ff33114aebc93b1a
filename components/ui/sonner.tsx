'use client'

import { Toaster } from 'sonner'

/** The drawn half of Toaster. */
export function Sonner({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Toaster
      containerAriaLabel={label}
      position="bottom-right"
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
