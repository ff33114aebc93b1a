import type { ReactNode } from 'react'
import { cn } from './cn'

type Props = {
  /** What a bare figure or date is, on the card. */
  label?: string
  className?: string
  children: ReactNode
}

/** A cell of a table whose rows are cards on a phone: there it is a line of the card. */
export function CardCell({ label, className, children }: Props) {
  return (
    <td className={cn('py-2 max-md:block max-md:py-0.5', className)}>
      {label && children !== null ? <span className="mr-2 text-ink-3 text-xs md:hidden">{label}</span> : null}
      {children}
    </td>
  )
}
