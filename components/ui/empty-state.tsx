import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

type StateProps = {
  title: ReactNode
  hint?: ReactNode
  action?: ReactNode
  className?: string
  /** It is all there is on the page: its title is the page's heading. */
  isPage?: boolean
}

/** Nothing here yet: one sentence, one hint, one action. */
export function EmptyState({ icon, title, hint, action, className, isPage }: StateProps & { icon?: LucideIcon }) {
  return (
    <Frame icon={icon} className={className} action={action}>
      <Title isPage={isPage}>{title}</Title>
      {hint ? <p className="mt-1 text-ink-3 text-sm">{hint}</p> : null}
    </Frame>
  )
}

/** It did not come: what happened, and a way on. */
export function ErrorState({
  title,
  hint,
  action,
  className,
  errorId,
  isPage,
}: StateProps & { errorId?: string | undefined }) {
  return (
    <Frame icon={CircleAlert} className={className} action={action} iconClass="text-danger-text">
      <div role="alert">
        <Title isPage={isPage}>{title}</Title>
        {hint ? <p className="mt-1 text-ink-3 text-sm">{hint}</p> : null}
      </div>
      {errorId ? <p className="mt-2 select-all font-mono text-ink-3 text-xs">{errorId}</p> : null}
    </Frame>
  )
}

function Title({ isPage = false, children }: { isPage?: boolean | undefined; children: ReactNode }) {
  const Heading = isPage ? 'h1' : 'p'
  return <Heading className="font-semibold text-base text-ink">{children}</Heading>
}

function Frame({
  icon: Icon,
  iconClass = 'text-ink-3',
  className,
  action,
  children,
}: {
  icon?: LucideIcon | undefined
  iconClass?: string
  className?: string | undefined
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={cn('mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center', className)}>
      {Icon ? <Icon aria-hidden className={cn('mb-3 size-5', iconClass)} strokeWidth={1.75} /> : null}
      {children}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
