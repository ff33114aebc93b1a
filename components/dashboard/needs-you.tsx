'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { operationPath } from '@/components/operations/destination'
import { isUnfinished, OperationState } from '@/components/operations/state'
import { useTRPC } from '@/components/trpc/client'
import { SkeletonLines } from '@/components/ui/skeleton'
import { type Shape, Status } from '@/components/ui/status'
import type { Tone } from '@/components/ui/tone'
import { useFigures } from './use-figures'

/** Days ahead within which what ends is urgent. */
const URGENT_DAYS = 7

/** Licences and plans that wait for somebody, and the work that does; each goes to exactly those things. */
export function NeedsYou() {
  const t = useTranslations('dashboard')
  const tOperations = useTranslations('operations')
  const trpc = useTRPC()
  const { data: operations = [] } = useQuery(
    trpc.operations.unfinished.queryOptions(undefined, {
      refetchInterval: ({ state }) => ((state.data ?? []).some(isUnfinished) ? 2000 : false),
    }),
  )
  const can = useCan()
  const { needs, isPending } = useNeeds()
  return (
    <section aria-labelledby="needs-you" aria-busy={isPending} className={can('customer.view') ? 'min-h-56' : ''}>
      <h2 id="needs-you" className="pb-2 font-semibold text-lg">
        {t('needsYou')}
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {needs.map(({ key, count, href, tone, shape }) => (
          <Need key={key} href={href} count={count} tone={tone} shape={shape}>
            {t(`needs.${key}`, { days: URGENT_DAYS })}
          </Need>
        ))}
        {operations.map((operation) => (
          <li key={operation.id} className="flex items-center justify-between gap-4 py-2">
            <Link href={operationPath(operation)} className="min-w-0 font-medium text-accent-text hover:underline">
              {tOperations(`kind.${operation.kind}`)}
              {operation.fileName === null ? null : (
                <span className="wrap-anywhere block font-normal text-ink-2 text-xs">{operation.fileName}</span>
              )}
            </Link>
            <OperationState stage={operation.stage} />
          </li>
        ))}
        {isPending ? (
          <li className="py-3">
            <SkeletonLines lines={3} />
          </li>
        ) : null}
        {!isPending && needs.length + operations.length === 0 ? (
          <li className="py-3 text-ink-2">{t('nothing')}</li>
        ) : null}
      </ul>
    </section>
  )
}

type NeedKey = 'grace' | 'expired' | 'ending' | 'review'
type NeedProps = { href: string; count: number; tone: Tone; shape: Shape; children: string }
type Found = Omit<NeedProps, 'children'> & { key: NeedKey }

function Need({ href, count, tone, shape, children }: NeedProps) {
  const format = useFormatter()
  return (
    <li className="flex items-center justify-between gap-4 py-2">
      <Link prefetch={false} href={href} className="min-w-0 font-medium text-accent-text hover:underline">
        {children}
      </Link>
      <Status tone={tone} shape={shape} className="shrink-0 font-medium tabular-nums">
        {format.number(count)}
      </Status>
    </li>
  )
}

/** What there is any of, the reddest first. */
function useNeeds(): { needs: Found[]; isPending: boolean } {
  const { data } = useFigures()
  const { customers, plansToReview } = data ?? {}
  const ending = customers?.expiring.find(({ days }) => days === URGENT_DAYS)
  const all: Found[] = [
    {
      key: 'grace',
      count: customers?.with.grace ?? 0,
      href: '/customers?licences=grace',
      tone: 'danger',
      shape: 'quarter',
    },
    {
      key: 'expired',
      count: customers?.with.expired ?? 0,
      href: '/customers?licences=expired',
      tone: 'danger',
      shape: 'alert',
    },
    {
      key: 'ending',
      count: ending?.count ?? 0,
      tone: 'warning',
      shape: 'half',
      href: `/customers?expires=${ending?.from ?? ''}..${ending?.to ?? ''}&sort=nextExpiry`,
    },
    { key: 'review', count: plansToReview ?? 0, href: '/plans?state=locked', tone: 'warning', shape: 'caution' },
  ]
  return { needs: all.filter(({ count }) => count > 0), isPending: data === undefined }
}
