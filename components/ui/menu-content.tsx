'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { DropdownMenu } from 'radix-ui'
import { type FocusEvent, useLayoutEffect, useRef } from 'react'
import { cn } from './cn'
import { FLOATING, keepOpener, landmarkOf } from './floating'
import { Kbd } from './kbd'
import type { MenuAction, MenuEntry, MenuProps, MenuWiring } from './menu'

type MenuContentProps = Pick<MenuProps, 'items' | 'label' | 'align' | 'side'> & MenuWiring

/** The floating half of Menu. */
export function MenuContent({
  items,
  label,
  align = 'end',
  side = 'bottom',
  isOpen,
  isByKey,
  onOpenChange,
  anchor,
}: MenuContentProps) {
  const goToFirst = useFirstEntry(isOpen && isByKey)
  return (
    <DropdownMenu.Root open={isOpen} onOpenChange={onOpenChange} modal={false}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" tabIndex={-1} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmarkOf(anchor.current)}>
        <DropdownMenu.Content
          ref={(menu) => keepOpener(menu, anchor.current)}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={undefined}
          aria-label={label}
          onFocus={goToFirst}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            anchor.current?.focus()
          }}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
          }}
          className={cn(FLOATING, 'max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto p-1')}
        >
          {items.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Radix learns of keys only once it is there, and it comes with the first opening: so the step to the first entry is ours, once. */
function useFirstEntry(isWanted: boolean) {
  const isDue = useRef(false)
  useLayoutEffect(() => {
    isDue.current = isWanted
  }, [isWanted])
  return (event: FocusEvent<HTMLElement>) => {
    if (!isDue.current || event.target !== event.currentTarget) return
    isDue.current = false
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('separator' in entry) return <DropdownMenu.Separator className="-mx-1 my-1 h-px bg-line" />
  if ('heading' in entry) {
    return (
      <DropdownMenu.Label className="px-2 pt-1.5 pb-1 font-medium text-ink-3 text-xs">
        {entry.heading}
      </DropdownMenu.Label>
    )
  }
  const look = cn(
    'flex min-h-8 w-full cursor-pointer items-start gap-2 rounded-sm px-2 py-1.5 text-sm outline-none data-[highlighted]:bg-raised-hover pointer-coarse:min-h-11 pointer-coarse:items-center',
    entry.tone === 'danger' && 'text-danger-text',
    entry.reason && 'cursor-not-allowed text-ink-3',
  )
  if (entry.href !== undefined) {
    return (
      <DropdownMenu.Item asChild className={look}>
        <Link prefetch={false} href={entry.href}>
          <Inside entry={entry} />
        </Link>
      </DropdownMenu.Item>
    )
  }
  const select = (event: Event) => (entry.reason ? event.preventDefault() : entry.onSelect())
  if (entry.checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem checked={entry.checked} onSelect={select} className={look}>
        <Inside entry={entry} />
      </DropdownMenu.CheckboxItem>
    )
  }
  return (
    <DropdownMenu.Item onSelect={select} aria-disabled={entry.reason ? true : undefined} className={look}>
      <Inside entry={entry} />
    </DropdownMenu.Item>
  )
}

function Inside({ entry }: { entry: MenuAction }) {
  const { icon: Icon, label, hint, reason, shortcut, checked } = entry
  return (
    <>
      {checked === undefined ? null : (
        <Check aria-hidden className={cn('mt-0.5 size-4 shrink-0', !checked && 'opacity-0')} strokeWidth={2} />
      )}
      {Icon ? <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} /> : null}
      <span className="min-w-0 flex-1">
        <span className="block break-words">{label}</span>
        {(reason ?? hint) ? <span className="block text-ink-3 text-xs">{reason ?? hint}</span> : null}
      </span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </>
  )
}
