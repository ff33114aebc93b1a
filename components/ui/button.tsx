'use client'

import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { cn } from './cn'

export const buttonVariants = cva(
  'pressable select-none gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-100 aria-disabled:opacity-55 disabled:cursor-not-allowed disabled:opacity-55',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-hover',
        secondary: 'border border-line bg-raised text-ink hover:bg-raised-hover',
        ghost: 'text-ink-2 hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink',
        danger: 'bg-danger text-on-solid hover:brightness-95',
        link: 'text-accent-text underline-offset-3 hover:underline',
      },
      size: {
        sm: 'h-7 px-2 text-sm pointer-coarse:h-9',
        md: 'h-8 px-3 text-sm pointer-coarse:h-10',
        lg: 'h-10 px-4 text-base pointer-coarse:h-11',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

type Look = VariantProps<typeof buttonVariants> & { icon?: LucideIcon | undefined }

export type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** Work is under way: the button keeps its width, shows it, and takes no second click. */
    busy?: boolean | undefined
    /** Why it cannot be used now. The button stays reachable, and says so on hover, on focus and to screen readers. */
    reason?: string | null | undefined
  }

/** A button. `type` is "button" unless said otherwise. */
export function Button({
  variant,
  size,
  icon: Icon,
  busy,
  reason,
  className,
  children,
  onClick,
  ...props
}: ButtonProps) {
  const isBlocked = busy || Boolean(reason)
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (isBlocked) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...props}
      {...(reason ? { 'data-tip': reason, 'aria-description': reason } : {})}
      aria-disabled={isBlocked || undefined}
      aria-busy={busy || undefined}
      onClick={click}
      className={cn(buttonVariants({ variant, size }), busy && 'relative', className)}
    >
      {busy ? <LoaderCircle aria-hidden className="absolute size-4 animate-spin" /> : null}
      <ButtonInside icon={Icon} isHidden={busy}>
        {children}
      </ButtonInside>
    </button>
  )
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Look

/** A link that looks like a button: for what goes somewhere. */
export function ButtonLink({ variant, size, icon, className, children, ...props }: ButtonLinkProps) {
  return (
    <Link prefetch={false} {...props} className={cn(buttonVariants({ variant, size }), className)}>
      <ButtonInside icon={icon}>{children}</ButtonInside>
    </Link>
  )
}

function ButtonInside({
  icon: Icon,
  isHidden,
  children,
}: {
  icon?: LucideIcon | undefined
  isHidden?: boolean | undefined
  children: ReactNode
}) {
  const hidden = isHidden ? 'opacity-0' : undefined
  return (
    <>
      {Icon ? <Icon aria-hidden className={cn('-ml-0.5 size-4 shrink-0', hidden)} strokeWidth={1.75} /> : null}
      {isHidden ? <span className="opacity-0">{children}</span> : children}
    </>
  )
}
