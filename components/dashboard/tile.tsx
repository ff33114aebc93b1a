'use client'

import Link from 'next/link'
import { useFormatter } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { SHAPES } from '@/components/ui/status'

type Props = {
  label: string
  figure: number | undefined
  href?: string
  /** What asks to be acted on, or warns, says so by shape and colour while there is any. */
  look?: 'action' | 'warning'
}

const ATTENTION = {
  action: { tone: 'text-danger-text', shape: SHAPES.alert },
  warning: { tone: 'text-warning-text', shape: SHAPES.caution },
} as const

/** One figure and what it counts; a link to exactly those things where there is a screen for them. */
export function Tile({ label, figure, href, look: kind }: Props) {
  const format = useFormatter()
  const attention = kind && figure ? ATTENTION[kind] : null
  const look = 'flex min-h-20 flex-col justify-between rounded-md border border-line bg-surface px-3 py-2.5'
  const inside = (
    <>
      <span className="text-ink-2 text-sm">{label}</span>
      <span className={cn('font-semibold text-2xl tabular-nums', attention?.tone)}>
        {attention ? (
          <span aria-hidden className="mr-1.5 text-base">
            {attention.shape}
          </span>
        ) : null}
        {figure === undefined ? <span className="text-ink-3">–</span> : format.number(figure)}
      </span>
    </>
  )
  return href ? (
    <Link prefetch={false} href={href} className={`${look} hover:border-line-strong`}>
      {inside}
    </Link>
  ) : (
    <div className={look}>{inside}</div>
  )
}
