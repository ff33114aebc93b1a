import type { UseQueryResult } from '@tanstack/react-query'
import { ListFailure } from './list-failure'

type Page<Row> = { rows: Row[]; after: string | null; before: string | null }

/** What a list gives its table from its queries: the rows, the pages around them, how many match, why they did not come. */
export const listProps = <Row,>(rows: UseQueryResult<Page<Row>, unknown>, count: number | undefined) => ({
  rows: rows.data?.rows,
  nextCursor: rows.data?.after,
  prevCursor: rows.data?.before,
  count,
  isRefreshing: rows.isPlaceholderData,
  error: rows.error ? <ListFailure error={rows.error} isBusy={rows.isFetching} onRetry={rows.refetch} /> : null,
})
