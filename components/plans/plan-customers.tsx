'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { LicenceStatus } from '@/components/licences/licence-status'
import { useFigures } from '@/components/products/words'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Cell, Row, Rows } from '@/components/ui/rows'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { PlanRecord } from '@/server/features/plans/queries'

/** Who has a plan, until when. */
export function PlanCustomers({ plan }: { plan: PlanRecord }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const format = useFormatter()
  const can = useCan()
  const { day } = useFigures()
  const list = useInfiniteQuery(
    trpc.plans.customers.infiniteQueryOptions(
      { planId: plan.id },
      { getNextPageParam: (page) => page.after, initialCursor: null },
    ),
  )
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  if (list.isPending) return <Skeleton className="h-40 w-full" />
  if (list.error && rows.length === 0) {
    return <ListFailure error={list.error} isBusy={list.isFetching} onRetry={list.refetch} />
  }
  return (
    <Card
      flush
      title={t('customers.title')}
      note={t('customers.note', { count: plan.customers })}
      className="max-w-6xl"
    >
      {rows.length === 0 ? (
        <EmptyState title={t('customers.none')} hint={t('customers.noneHint')} />
      ) : (
        <Rows
          label={t('customers.title')}
          heads={[
            { key: 'customer', label: t('customers.customer') },
            { key: 'status', label: t('column.states') },
            { key: 'units', label: t(`unit.${plan.unit}`), isFigure: true },
            { key: 'term', label: t('customers.term') },
          ]}
        >
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell>
                {can('customer.view') ? (
                  <TextLink href={`/customers/${row.customerId}?tab=licences`}>{row.customer}</TextLink>
                ) : (
                  row.customer
                )}
              </Cell>
              <Cell>
                <LicenceStatus status={row.status} />
              </Cell>
              <Cell isFigure>{format.number(row.units)}</Cell>
              <Cell className="whitespace-nowrap">
                {t('customers.span', { from: day(row.startsOn), to: day(row.endsOn) })}
              </Cell>
            </Row>
          ))}
        </Rows>
      )}
      {list.hasNextPage ? (
        <div className="p-3 text-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('customers.more')}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
