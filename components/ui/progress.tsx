import { cn } from './cn'
import { TONE_SOLID, type Tone } from './tone'

type ProgressProps = {
  label: string
  /** How much is done, of how many; without `total` it only shows that work goes on. */
  done: number
  total: number | null
  tone?: Tone
  className?: string
}

/** How far long work has come. Write the counts beside it. */
export function Progress({ label, done, total, tone = 'info', className }: ProgressProps) {
  const share = total ? Math.min(1, done / total) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total ?? undefined}
      aria-valuenow={total === null ? undefined : Math.min(done, total)}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-line', className)}
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width] duration-200',
          TONE_SOLID[tone],
          total === null && 'animate-shimmer',
        )}
        style={{ width: total === null ? '100%' : `${share * 100}%` }}
      />
    </div>
  )
}
