'use client'

import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** What it does: its name for readers, and the tooltip. */
  label: string
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string | undefined
  size?: 'sm' | 'md' | undefined
  reason?: string | null | undefined
}

/** A square button with an icon alone. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'md',
  reason,
  className,
  onClick,
  ...props
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...props}
      aria-label={label}
      data-tip={reason ?? label}
      data-tip-key={reason ? undefined : shortcut}
      aria-description={reason ?? undefined}
      aria-disabled={reason ? true : undefined}
      onClick={reason ? (event) => event.preventDefault() : onClick}
      className={cn(
        'pressable rounded-md text-ink-2 transition-colors duration-100 hover:bg-sunken hover:text-ink aria-disabled:opacity-55 aria-expanded:bg-sunken aria-expanded:text-ink aria-pressed:bg-sunken aria-pressed:text-ink disabled:opacity-55',
        size === 'sm' ? 'size-7 pointer-coarse:size-9' : 'size-8 pointer-coarse:size-10',
        className,
      )}
    >
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
    </button>
  )
}
