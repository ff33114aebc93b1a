import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { TONE_SOFT, type Tone } from './tone'

const ICONS = {
  neutral: Info,
  info: Info,
  good: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
} as const satisfies Record<Tone, LucideIcon>

/** Something to know about this page, until it is dealt with. `live` says it to readers when it appears. */
export function Banner({
  tone = 'info',
  title,
  action,
  live = false,
  className,
  children,
}: {
  tone?: Tone
  title?: ReactNode
  action?: ReactNode
  live?: boolean
  className?: string
  children?: ReactNode
}) {
  const Icon = ICONS[tone]
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={cn('flex items-start gap-2.5 rounded-md px-3 py-2 text-base print:border', TONE_SOFT[tone], className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="break-words">{children}</div> : null}
      </div>
      {action ? <div className="-my-0.5 shrink-0">{action}</div> : null}
    </div>
  )
}
