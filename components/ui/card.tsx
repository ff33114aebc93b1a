import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'

/** A frame for one subject: heading, what can be done with it, content. */
export function Card({
  title,
  note,
  action,
  footer,
  flush = false,
  className,
  children,
}: {
  title?: ReactNode
  note?: ReactNode
  action?: ReactNode
  footer?: ReactNode
  /** Without inner margin: for a table or list. */
  flush?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <section data-print="together" className={cn('min-w-0 rounded-md border border-line bg-surface', className)}>
      {title ? (
        <header className="flex min-h-11 items-center justify-between gap-3 border-line border-b px-4 py-2">
          <div className="min-w-0">
            <h2 className="font-semibold text-base">{title}</h2>
            {note ? <p className="text-ink-3 text-xs">{note}</p> : null}
          </div>
          {action ? <div className="flex shrink-0 items-center gap-1">{action}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'overflow-hidden' : 'p-4'}>{children}</div>
      {footer ? <footer className="border-line border-t px-4 py-3">{footer}</footer> : null}
    </section>
  )
}

/** A figure that is a filter: the whole tile goes where its things are. */
export function Tile({
  label,
  figure,
  href,
  note,
}: {
  label: ReactNode
  figure: ReactNode
  href: string
  note?: ReactNode
}) {
  return (
    <Link
      prefetch={false}
      href={href}
      className="group flex min-w-0 flex-col rounded-md border border-line bg-surface px-4 py-3 transition-colors duration-100 hover:border-line-strong"
    >
      <span className="text-ink-3 text-sm group-hover:text-ink">{label}</span>
      <span className="mt-1 font-semibold text-2xl tabular-nums tracking-tight">{figure}</span>
      {note ? <span className="mt-1 text-sm">{note}</span> : null}
    </Link>
  )
}
