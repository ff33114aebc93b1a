import type { ReactNode } from 'react'
import { cn } from './cn'

export type Fact = { key: string; term: ReactNode; value: ReactNode }

/** Facts as term and value; what is not known is a dash. */
export function DescriptionList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={cn('grid grid-cols-1 gap-x-4 text-base sm:grid-cols-[min(14rem,38%)_minmax(0,1fr)]', className)}>
      {facts.map(({ key, term, value }) => (
        <div key={key} className="col-span-full grid grid-cols-subgrid border-line border-b py-2 last:border-b-0">
          <dt className="text-ink-3">{term}</dt>
          <dd className="min-w-0 break-words">
            {value === null || value === undefined || value === '' ? <Dash /> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Nothing there. */
export function Dash() {
  return <span className="text-ink-3">–</span>
}
