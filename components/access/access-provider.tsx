'use client'

import { createContext, type ReactNode, use } from 'react'
import type { CompanyKind, Privilege, Role } from '@/server/access/privileges'

/** What the interface knows of the person who is signed in: names to show, and what may be offered. The server decides anew. */
export type Person = {
  accountId: string
  companyId: string
  companyName: string
  companySlug: string
  kind: CompanyKind
  role: Role
  loginName: string
  firstName: string
  lastName: string
  email: string
  locale: string
  timeZone: string
  /** A suspended company (own or managing) is read-only. */
  isReadOnly: boolean
  /** A second factor is demanded and not set up yet: nothing else is open. */
  mustAddTwoFactor?: boolean
  /** What the person may do at all (kind × role × status). */
  privileges: readonly Privilege[]
}

const PersonContext = createContext<Person | null>(null)

export function AccessProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>
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
