import { cn } from './cn'

/** The shape of what comes. Readers hear about it from the region's aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('skeleton animate-shimmer rounded-sm bg-line', className)} />
}

/** Lines of text to come. */
export function SkeletonLines({ lines = 3, className }: { lines?: number; className?: string }) {
  const widths = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3', 'w-1/2']
  return (
    <span className={cn('flex flex-col gap-2.5', className)}>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((key, line) => (
        <Skeleton key={key} className={widths[line % widths.length] ?? 'w-full'} />
      ))}
    </span>
  )
}
