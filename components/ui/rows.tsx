import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export type Head = { key: string; label: ReactNode; isFigure?: boolean; isHidden?: boolean }

/** More columns than a phone shows beside each other: they keep a width in which names can be read. */
const MANY = 4

/** A few rows inside a card: no paging, no choice of columns. On a phone it scrolls sideways in itself. */
export function Rows({ label, heads, children }: { label: string; heads: readonly Head[]; children: ReactNode }) {
  return (
    // Relative: what is only read aloud stays inside, and does not make the page as wide as the table.
    <div className="relative overflow-x-auto">
      <table
        aria-label={label}
        className={cn('w-full border-collapse text-sm tabular-nums', heads.length > MANY && 'max-sm:min-w-4xl')}
      >
        <thead>
          <tr className="border-line border-b text-left text-ink-3 text-xs">
            {heads.map(({ key, label: head, isFigure, isHidden }) => (
              <th key={key} scope="col" className={cn('px-4 py-2 font-medium', isFigure && 'text-right')}>
                {isHidden ? <span className="sr-only">{head}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <tr className="h-10 border-line border-b last:border-b-0">{children}</tr>
}

export function Cell({
  isFigure = false,
  className,
  children,
}: {
  isFigure?: boolean
  className?: string
  children?: ReactNode
}) {
  return <td className={cn('px-4 py-1.5 align-middle', isFigure && 'text-right', className)}>{children}</td>
}
