import Link from 'next/link'
import type { ReactNode } from 'react'

/** A link in running text or in a cell. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link prefetch={false} href={href} className="text-accent-text underline-offset-3 hover:underline">
      {children}
    </Link>
  )
}
