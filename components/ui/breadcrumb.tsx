import { ChevronRight } from 'lucide-react'
import Link from 'next/link'

export type Crumb = { label: string; href?: string | undefined }

/** The way from the menu to this page. The last one is the page itself. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-sm">
        {crumbs.map((crumb, at) => (
          <li
            key={crumb.href ?? crumb.label}
            className="flex min-w-0 items-center gap-1 last:shrink-0 max-sm:not-last:hidden"
          >
            {at > 0 ? (
              <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 max-sm:hidden" strokeWidth={1.75} />
            ) : null}
            <CrumbText crumb={crumb} isLast={at === crumbs.length - 1} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function CrumbText({ crumb, isLast }: { crumb: Crumb; isLast: boolean }) {
  if (isLast || crumb.href === undefined) {
    return (
      <span
        aria-current={isLast ? 'page' : undefined}
        className={isLast ? 'max-w-72 truncate font-medium max-sm:max-w-40' : 'truncate text-ink-3'}
      >
        {crumb.label}
      </span>
    )
  }
  return (
    <Link prefetch={false} href={crumb.href} className="truncate rounded-sm text-ink-3 hover:text-ink hover:underline">
      {crumb.label}
    </Link>
  )
}
