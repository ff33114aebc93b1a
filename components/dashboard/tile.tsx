'use client'

import Link from 'next/link'
import { useFormatter } from 'next-intl'

/** One figure and what it counts; a link to exactly those things where there is a screen for them. */
export function Tile({ label, figure, href }: { label: string; figure: number | undefined; href?: string }) {
  const format = useFormatter()
  const look = 'flex min-h-20 flex-col justify-between rounded-md border border-line bg-surface px-3 py-2.5'
  const inside = (
    <>
      <span className="text-ink-2 text-sm">{label}</span>
      <span className="font-semibold text-2xl tabular-nums">
        {figure === undefined ? <span className="text-ink-3">–</span> : format.number(figure)}
      </span>
    </>
  )
  return href ? (
    <Link href={href} className={`${look} hover:border-line-strong`}>
      {inside}
    </Link>
  ) : (
    <div className={look}>{inside}</div>
  )
}
