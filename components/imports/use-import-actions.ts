'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'

/** What can be done with an import as a whole. `error`: the sentence of what went wrong last. */
export function useImportActions(operationId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const afresh = { onSettled: () => queries.invalidateQueries({ queryKey: trpc.imports.pathKey() }) }
  const write = useMutation(trpc.imports.write.mutationOptions(afresh))
  const reopen = useMutation(trpc.imports.reopen.mutationOptions(afresh))
  const check = useMutation(trpc.imports.check.mutationOptions(afresh))
  const cancel = useMutation(trpc.operations.cancel.mutationOptions(afresh))
  const failed = [write, reopen, check, cancel].find(({ error }) => error !== null)?.error
  return {
    write: () => write.mutate({ operationId }),
    reopen: () => reopen.mutate({ operationId }),
    check: (
      layout: Parameters<typeof check.mutate>[0]['layout'],
      columns: Parameters<typeof check.mutate>[0]['columns'],
    ) => check.mutate({ operationId, layout, columns }),
    cancel: () => cancel.mutate({ operationId }),
    isBusy: write.isPending || reopen.isPending || check.isPending,
    isStopping: cancel.isPending,
    error: failed ? refusal.of(failed) : null,
  }
}
