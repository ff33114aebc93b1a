'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CirclePlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Cell, Row, Rows } from '@/components/ui/rows'
import { Skeleton } from '@/components/ui/skeleton'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { PriceRow } from '@/server/features/products/prices'
import type { Day } from '@/server/lib/period'
import { PriceDialog } from './price-dialog'
import { useFigures } from './words'

type Props = { productId: string; planId?: string; name: string; today: Day }

const STATE = {
  current: { tone: 'good', shape: 'full' },
  coming: { tone: 'info', shape: 'empty' },
  past: { tone: 'neutral', shape: 'cross' },
} as const

/** Prices of a product, or of one plan: what holds, what held, what is to come. Only tier 1 sees this. */
export function PricesCard({ productId, planId, name, today }: Props) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const can = useCan()
  const { day, money } = useFigures()
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<PriceRow | null>(null)
  const of = planId === undefined ? { productId } : { productId, planId }
  const prices = useQuery(trpc.products.prices.list.queryOptions(of))
  const mayManage = can('price.manage')
  return (
    <Card
      flush
      title={t('prices')}
      note={t('pricesNote')}
      action={
        mayManage ? (
          <Button size="sm" icon={CirclePlus} onClick={() => setAdding(true)}>
            {t('price.add')}
          </Button>
        ) : null
      }
    >
      {prices.error ? <ListFailure error={prices.error} isBusy={prices.isFetching} onRetry={prices.refetch} /> : null}
      {prices.isPending ? <Skeleton className="m-4 h-5 w-48" /> : null}
      {prices.data?.length === 0 ? <EmptyState title={t('price.none')} hint={t('price.noneHint')} /> : null}
      {prices.data && prices.data.length > 0 ? (
        <Rows
          label={t('prices')}
          heads={[
            { key: 'amount', label: t('price.amount'), isFigure: true },
            { key: 'from', label: t('price.validFrom') },
            { key: 'state', label: t('price.state') },
            ...(mayManage ? [{ key: 'do', label: t('component.actions'), isHidden: true }] : []),
          ]}
        >
          {prices.data.map((price) => (
            <Row key={price.id}>
              <Cell isFigure>{money(price)}</Cell>
              <Cell className="whitespace-nowrap">{day(price.validFrom)}</Cell>
              <Cell>
                <Status {...STATE[price.state]}>{t(`price.${price.state}`)}</Status>
              </Cell>
              {mayManage ? (
                <Cell isFigure>
                  {price.state === 'coming' ? (
                    <Button size="sm" variant="ghost" onClick={() => setRemoving(price)}>
                      {t('price.remove')}
                    </Button>
                  ) : null}
                </Cell>
              ) : null}
            </Row>
          ))}
        </Rows>
      ) : null}
      {isAdding ? <PriceDialog of={of} name={name} today={today} onClose={() => setAdding(false)} /> : null}
      {removing ? <RemovePrice price={removing} onClose={() => setRemoving(null)} /> : null}
    </Card>
  )
}

function RemovePrice({ price, onClose }: { price: PriceRow; onClose: () => void }) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { day, money } = useFigures()
  const remove = useMutation(
    trpc.products.prices.remove.mutationOptions({
      onSuccess: async () => {
        toast(t('price.removed'))
        await queries.invalidateQueries({ queryKey: trpc.products.prices.pathKey() })
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('price.removeTitle', { amount: money(price) })}
      effect={t('price.removeText', { day: day(price.validFrom) })}
      confirm={t('price.remove')}
      busy={remove.isPending}
      error={remove.error ? refusal.of(remove.error) : null}
      onConfirm={() => remove.mutate({ priceId: price.id })}
    />
  )
}
