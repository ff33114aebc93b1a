'use client'

import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import { useTRPC } from '@/components/trpc/client'
import type { Privilege } from '@/server/access/privileges'
import type { whoAmI } from '@/server/features/accounts/self-queries'

/** What the interface knows of the person who is signed in: names to show, and what may be offered. The server decides anew. */
export type Person = Awaited<ReturnType<typeof whoAmI>>

const PersonContext = createContext<Person | null>(null)

/** Every screen brings the person along anew (`Screen`): what has changed in another window shows with the next click. */
export function AccessProvider({ person, children }: { person: Person; children: ReactNode }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.self.me.queryOptions(undefined, { initialData: person }))
  return <PersonContext value={data}>{children}</PersonContext>
}

/** The person who is signed in. Only inside the console. */
export function usePerson(): Person {
  const person = use(PersonContext)
  if (!person) throw new Error('usePerson stands outside of the console')
  return person
}

/** May the person do this at all? For what is absent without the privilege. */
export function useCan(): (privilege: Privilege) => boolean {
  const { privileges } = usePerson()
  return (privilege) => privileges.includes(privilege)
}

/** Shows its children only to those who have the privilege. */
export function Can({ do: privilege, children }: { do: Privilege; children: ReactNode }) {
  return useCan()(privilege) ? children : null
}
