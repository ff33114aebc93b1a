'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { cn } from './cn'
import { openerOf } from './floating'
import { IconButton } from './icon-button'

type FrameProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  /** One sentence below the title. */
  description?: ReactNode
  /** Buttons; the decisive one last. */
  footer?: ReactNode
  /** Content without inner margin. */
  flush?: boolean
  children?: ReactNode
}

/** The first field, else the mildest button, else the dialog itself; never the cross. */
function focusFirst(event: Event) {
  event.preventDefault()
  if (!(event.currentTarget instanceof HTMLElement)) return
  const dialog = event.currentTarget
  const first =
    dialog.querySelector<HTMLElement>('[data-autofocus]') ??
    dialog.querySelector<HTMLElement>(
      '[data-dialog-body] :is(input:not([type=hidden]), select, textarea):not(:disabled)',
    ) ??
    dialog.querySelector<HTMLElement>('footer button:not(:disabled)')
  ;(first ?? dialog).focus()
}

const SCRIM = 'fixed inset-0 z-40 animate-appear bg-scrim'

/** Asks one thing. A sheet from below on a phone. `wide` for tables and previews. */
export function Dialog({ wide = false, ...props }: FrameProps & { wide?: boolean }) {
  return (
    <Frame
      {...props}
      className={cn(
        'inset-x-0 bottom-0 max-h-[92dvh] animate-rise rounded-t-lg border-t sm:inset-x-4 sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:rounded-lg sm:border',
        wide ? 'sm:max-w-4xl' : 'sm:max-w-lg',
      )}
    />
  )
}

/** A pane at the side; from below on a phone. */
export function Sheet({ side = 'right', ...props }: FrameProps & { side?: 'left' | 'right' }) {
  return (
    <Frame
      {...props}
      className={
        side === 'right'
          ? 'inset-x-0 bottom-0 max-h-[92dvh] animate-rise rounded-t-lg border-t sm:inset-x-auto sm:inset-y-0 sm:right-0 sm:max-h-none sm:w-96 sm:animate-slide sm:rounded-none sm:border-t-0 sm:border-l'
          : 'inset-y-0 left-0 w-72 max-w-[85vw] animate-slide-start border-r'
      }
    />
  )
}

function Frame({
  open,
  onOpenChange,
  title,
  description,
  footer,
  flush = false,
  className,
  children,
}: FrameProps & { className: string }) {
  const t = useTranslations('common')
  const opener = useRef<HTMLElement | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            opener.current = openerOf(document.activeElement)
            focusFirst(event)
          }}
          onCloseAutoFocus={() => opener.current?.focus()}
          className={cn('fixed z-40 flex flex-col border-line bg-raised text-ink shadow-float outline-none', className)}
        >
          <header className="flex items-start gap-2 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1">
              <Radix.Title className="break-words font-semibold text-lg">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-1 text-base text-ink-2">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={t('close')} className="-mr-2" />
            </Radix.Close>
          </header>
          {children ? (
            <div data-dialog-body className={cn('min-h-0 flex-1 overflow-y-auto', !flush && 'px-5 pt-1 pb-4')}>
              {children}
            </div>
          ) : null}
          {footer ? (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-5 py-3 max-sm:flex-col-reverse max-sm:items-stretch">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
