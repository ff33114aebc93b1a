'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Bind } from '@/components/forms/use-schema-form'
import { type BoundList, CompanyFields, type CompanyTextName } from './company-fields'
import { type Door, useDoor } from './door'
import { SlugField, useSlugTaken } from './slug-field'

type Props = {
  door: Door
  /** The company below which it will hang, when that is not one's own. */
  companyId?: string
  bind: Bind<CompanyTextName>
  /** What the form holds at this moment. */
  read: (name: 'name' | 'slug') => string
  slug: string
  onSlug: (slug: string) => void
  emails: BoundList
  tags?: BoundList
}

/** The profile of a company that is to be. The sign-in address follows the name until somebody writes one. */
export function NewCompanyFields({ door, companyId, bind, read, slug, onSlug, emails, tags }: Props) {
  const procedures = useDoor(door)
  const queries = useQueryClient()
  const proposed = useRef(slug)
  const isTaken = useSlugTaken({ door, value: slug, companyId })

  const propose = async (name: string): Promise<void> => {
    const before = read('slug')
    if (before !== '' && before !== proposed.current) return
    const asked = { name: name.slice(0, 128), ...(companyId ? { companyId } : {}) }
    const free = await queries.fetchQuery(procedures.proposeSlug.queryOptions(asked))
    if (read('slug') !== before || free === '') return
    proposed.current = free
    onSlug(free)
  }

  const bindCompany: Bind<CompanyTextName> = (name) => {
    const bound = bind(name)
    if (name !== 'name') return bound
    const { onBlur } = bound.input
    const leave: typeof onBlur = async (event) => {
      await onBlur(event)
      // Nobody waits for a proposal, and none is missed when the server is away.
      await propose(read('name')).catch(() => undefined)
    }
    return { ...bound, input: { ...bound.input, onBlur: leave } }
  }

  return (
    <CompanyFields
      bind={bindCompany}
      emails={emails}
      {...(tags ? { tags } : {})}
      slug={<SlugField bound={bind('slug')} value={slug} isTaken={isTaken} />}
    />
  )
}
