'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CirclePlus } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
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
import { TextLink } from '@/components/ui/text-link'
import { toast } from '@/components/ui/toast'
import type { GrantRow } from '@/server/features/plans/grants'
import { GrantDialog } from './grant-dialog'
import { PlanStates } from './plan-states'

type Props = {
  /** A reseller. */
  companyId: string
  /** Why nothing can be changed here at the moment, or null. */
  reason?: string | null
}

/** The plans that a reseller may sell; for tier 1 the way to give and to take them. */
export function PlanGrantsPanel({ companyId, reason = null }: Props) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const can = useCan()
  const [dialog, setDialog] = useState<'grant' | GrantRow | null>(null)
  const list = useQuery(trpc.plans.grants.list.queryOptions({ companyId }))
  const mayAssign = can('partner.assignPlan')
  if (list.error) return <ListFailure error={list.error} isBusy={list.isFetching} onRetry={list.refetch} />
  if (!list.data) return <Skeleton className="h-40 w-full" />
  const { granted, grantable } = list.data
  const none = grantable.length === 0 ? t('grants.nothingLeft') : null
  const give = mayAssign ? (
    <Button size="sm" icon={CirclePlus} reason={reason ?? none} onClick={() => setDialog('grant')}>
      {t('grants.give')}
    </Button>
  ) : null
  return (
    <Card flush title={t('grants.title')} note={t('grants.note')} action={give} className="max-w-6xl">
      {granted.length === 0 ? (
        <EmptyState title={t('grants.none')} hint={t('grants.noneHint')} />
      ) : (
        <GrantedRows rows={granted} reason={reason} onRevoke={mayAssign ? setDialog : null} />
      )}
      {dialog === 'grant' ? (
        <GrantDialog companyId={companyId} rows={grantable} onClose={() => setDialog(null)} />
      ) : null}
      {dialog !== null && dialog !== 'grant' ? (
        <RevokeDialog companyId={companyId} row={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </Card>
  )
}

type RowsProps = { rows: readonly GrantRow[]; reason: string | null; onRevoke: ((row: GrantRow) => void) | null }

function GrantedRows({ rows, reason, onRevoke }: RowsProps) {
  const t = useTranslations('plans')
  const format = useFormatter()
  return (
    <Rows
      label={t('grants.title')}
      heads={[
        { key: 'name', label: t('column.name') },
        { key: 'product', label: t('column.product') },
        { key: 'version', label: t('column.version') },
        { key: 'states', label: t('column.states') },
        { key: 'customers', label: t('column.customers'), isFigure: true },
        { key: 'given', label: t('grants.given') },
        ...(onRevoke ? [{ key: 'do', label: t('grants.actions'), isHidden: true }] : []),
      ]}
    >
      {rows.map((row) => (
        <Row key={row.planId}>
          <Cell>
            <TextLink href={`/plans/${row.planId}`}>{row.name}</TextLink>
          </Cell>
          <Cell>{row.product}</Cell>
          <Cell>{t(`version.${row.version}`)}</Cell>
          <Cell>
            <PlanStates states={row.states} />
          </Cell>
          <Cell isFigure>{format.number(row.customers)}</Cell>
          <Cell className="whitespace-nowrap">
            {row.grantedAt ? format.dateTime(new Date(row.grantedAt), { dateStyle: 'medium' }) : null}
          </Cell>
          {onRevoke ? (
            <Cell isFigure>
              <Button size="sm" variant="ghost" reason={reason} onClick={() => onRevoke(row)}>
                {t('grants.take')}
              </Button>
            </Cell>
          ) : null}
        </Row>
      ))}
    </Rows>
  )
}

function RevokeDialog({ companyId, row, onClose }: { companyId: string; row: GrantRow; onClose: () => void }) {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const revoke = useMutation(
    trpc.plans.grants.revoke.mutationOptions({
      onSuccess: async () => {
        toast(t('grants.taken', { name: row.name }))
        await queries.invalidateQueries({ queryKey: trpc.plans.pathKey() })
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('grants.takeTitle', { name: row.name })}
      effect={t('grants.takeText', { customers: row.customers })}
      confirm={t('grants.take')}
      busy={revoke.isPending}
      error={revoke.error ? refusal.of(revoke.error) : null}
      onConfirm={() => revoke.mutate({ companyId, planIds: [row.planId] })}
    />
  )
}
