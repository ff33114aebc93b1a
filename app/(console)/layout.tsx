import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AccessProvider } from '@/components/access/access-provider'
import { AppShell } from '@/components/shell/app-shell'
import { isDomainError } from '@/server/trpc/domain-error'
import { loaded, trpc } from '@/server/trpc/rsc'
import { signInPath } from '@/server/trpc/sign-in-path'

/** The console: whoever is signed in, inside the shell. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const person = await loaded(trpc.self.me.queryOptions()).catch(async (error: unknown) => {
    if (isDomainError(error, 'signedOut')) redirect(await signInPath())
    throw error
  })
  return (
    <AccessProvider person={person}>
      <AppShell>{children}</AppShell>
    </AccessProvider>
  )
}
