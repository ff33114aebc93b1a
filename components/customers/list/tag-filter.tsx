'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { TagInput } from '@/components/ui/tag-input'

const TAGS_FRESH_MS = 300_000

/** Tags to filter by; those in use are offered, and asked for only where this stands. */
export function TagFilter({ tags, onTagsChange }: { tags: readonly string[]; onTagsChange: (tags: string[]) => void }) {
  const t = useTranslations('customers')
  const trpc = useTRPC()
  const offered = useQuery(trpc.customers.tags.queryOptions(undefined, { staleTime: TAGS_FRESH_MS }))
  return (
    <TagInput
      tags={tags}
      onTagsChange={onTagsChange}
      suggestions={offered.data ?? []}
      lengthMax={30}
      placeholder={t('filter.tagPlaceholder')}
    />
  )
}
