'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { OperationRow } from '@/server/features/operations/queries'

const STOPPABLE: readonly OperationRow['state'][] = ['draft', 'queued', 'running', 'ready']

/** Stops an operation between two items, after saying what that means. */
export function CancelOperation({ operation }: { operation: OperationRow }) {
  const t = useTranslations('operations')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [isAsking, setAsking] = useState(false)
  const cancel = useMutation(
    trpc.operations.cancel.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        return queries.invalidateQueries({ queryKey: trpc.operations.pathKey() })
      },
    }),
  )
  if (!STOPPABLE.includes(operation.state)) return null
  return (
    <>
      <Button busy={operation.cancelRequested} onClick={() => setAsking(true)}>
        {operation.cancelRequested ? t('cancelling') : t('cancel')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('cancelTitle')}
        effect={t('cancelBody')}
        confirm={t('cancel')}
        busy={cancel.isPending}
        error={cancel.error ? refusal.of(cancel.error) : undefined}
        onConfirm={() => cancel.mutate({ operationId: operation.id })}
      />
    </>
  )
}
