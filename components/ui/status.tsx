import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { TONE_SOFT, TONE_TEXT, type Tone } from './tone'

/** The small shapes of states: told apart without colour. */
export const SHAPES = {
  full: '●',
  half: '◐',
  quarter: '◔',
  empty: '○',
  alert: '▲',
  caution: '△',
  cross: '✕',
  pause: '‖',
  tick: '✓',
} as const
export type Shape = keyof typeof SHAPES

/** A status: shape, word, colour. */
export function Status({
  tone,
  shape = 'full',
  isSentence = false,
  className,
  children,
}: {
  tone: Tone
  shape?: Shape
  /** More than a word: it takes as many lines as it needs. */
  isSentence?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <span
      className={cn(
        'inline-flex min-w-0 gap-1.5',
        isSentence ? 'items-baseline' : 'items-center whitespace-nowrap',
        TONE_TEXT[tone],
        className,
      )}
    >
      <span aria-hidden className="w-3 shrink-0 text-center text-xs leading-none">
        {SHAPES[shape]}
      </span>
      <span className={isSentence ? '' : 'truncate'}>{children}</span>
    </span>
  )
}

/** A word on a soft ground: for headers and single facts, not for columns. */
export function Badge({ tone = 'neutral', shape, children }: { tone?: Tone; shape?: Shape; children: ReactNode }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 font-medium text-xs print:border',
        TONE_SOFT[tone],
      )}
    >
      {shape ? (
        <span aria-hidden className="text-[0.625rem] leading-none">
          {SHAPES[shape]}
        </span>
      ) : null}
      <span className="truncate">{children}</span>
    </span>
  )
}

type CountProps = {
  /** The figure as it is written here ("1,204"), and what is said for it ("3 events need action"). */
  figure: ReactNode
  label: string
  href?: string | undefined
}

/** Red and yellow events as a pair whose figures stand below each other down a column. Nothing to say: nothing shown. */
export function CountPair({
  red,
  yellow,
  isLine = false,
}: {
  red: CountProps | null
  yellow: CountProps | null
  /** In a line of text: no room is kept for the one that is missing. */
  isLine?: boolean
}) {
  return (
    <span
      className={cn(
        'items-baseline tabular-nums',
        isLine ? 'inline-flex gap-2' : 'inline-grid grid-cols-[3rem_3rem] align-middle max-md:inline-flex max-md:gap-2',
      )}
    >
      {red || !isLine ? <Count count={red} shape="alert" tone="danger" /> : null}
      {yellow || !isLine ? <Count count={yellow} shape="caution" tone="warning" /> : null}
    </span>
  )
}

function Count({ count, shape, tone }: { count: CountProps | null; shape: Shape; tone: Tone }) {
  if (!count) return <span className="max-md:hidden" />
  const inside = (
    <>
      <span aria-hidden className="text-xs">
        {SHAPES[shape]}
      </span>
      <span aria-hidden>{count.figure}</span>
      <span className="sr-only">{count.label}</span>
    </>
  )
  const look = cn('inline-flex w-fit items-baseline gap-1', TONE_TEXT[tone])
  if (!count.href) return <span className={look}>{inside}</span>
  return (
    <Link
      prefetch={false}
      href={count.href}
      data-tip={count.label}
      className={cn(look, 'hover:underline max-md:min-h-6 max-md:min-w-6 max-md:items-center')}
    >
      {inside}
    </Link>
  )
}
