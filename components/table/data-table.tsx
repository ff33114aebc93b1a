'use client'

import { type ReactNode, useMemo, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { FilterChips } from './chips'
import { type ShownHead, shownColumns, writeColumns } from './columns'
import { FilterPane, useFilterPane } from './filter-pane'
import { TableBody } from './table-body'
import { loadBulkBar, TableFoot } from './table-foot'
import { Toolbar } from './toolbar'
import type { Bulk, ColumnSpec, FilterSpec, SavedViews, Selection, SetTableState, TableState } from './types'
import { useDensity } from './use-density'
import { type Picking, useSelectionOfFilter } from './use-picking'
import { useRowGestures } from './use-row-gestures'
import { useTableKeys } from './use-table-keys'

const NO_FILTERS: readonly FilterSpec[] = []

export type DataTableProps<Row> = {
  /** What the table lists: its name for readers. */
  label: string
  /** Keep it stable (`useMemo`): rows are drawn again when it changes. The first one names the row. */
  columns: readonly ColumnSpec<Row>[]
  /** `undefined` while the first page is on its way. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  /** The row's name: for the label of its tick box. */
  rowName: (row: Row) => string
  /** Where a click on the row goes. */
  rowHref?: ((row: Row) => string) | undefined
  state: TableState
  setState: SetTableState
  /** Cursors of the neighbouring pages; `null` where there is none. */
  nextCursor?: string | null | undefined
  prevCursor?: string | null | undefined
  pageSize?: number
  /** How many match; `undefined` while that is being counted. Nothing waits for it. */
  count?: number | null | undefined
  /** The next rows are on their way; these are the old ones. */
  isRefreshing?: boolean
  /** Instead of the rows: a ListFailure. */
  error?: ReactNode
  /** Instead of the rows when there is nothing at all, filter or not: an EmptyState. */
  empty: ReactNode
  /** The label of the search box; without it there is none. */
  searchLabel?: string | undefined
  filters?: readonly FilterSpec[] | undefined
  selection?: Selection | undefined
  onSelectionChange?: ((selection: Selection) => void) | undefined
  bulk?: Bulk | undefined
  /** *All that match* can be selected. */
  canSelectMatching?: boolean
  views?: SavedViews | undefined
  /** At the right of the toolbar: export and the like. */
  actions?: ReactNode
  className?: string
}

/**
 * The one list of Tierline. It shows rows and reports wishes; what is fetched, kept and done is the caller's.
 *
 * ```tsx
 * const FILTERS = ['status', 'country', 'created']                 // outside of the component; the page uses the same:
 * // page.tsx: const state = readTableState(await searchParams, FILTERS); prefetch(trpc.customers.list.queryOptions(asInput(state)))
 *
 * export function CustomersTable() {
 *   const t = useTranslations('customers')
 *   const [state, setState] = useTableState(FILTERS)
 *   const [selection, setSelection] = useState<Selection>(NOTHING)
 *   const list = useQuery({ ...trpc.customers.list.queryOptions(asInput(state)), placeholderData: keepPreviousData })
 *   const count = useQuery(trpc.customers.count.queryOptions(asFilter(state)))
 *   const columns = useMemo<ColumnSpec<Customer>[]>(() => [
 *     { key: 'name', header: t('column.name'), sort: 'name', width: 260, cell: (row) => row.name },
 *     { key: 'contact', header: t('column.contact'), cell: (row) => <a href={`mailto:${row.email}`}>{row.contact}</a> },
 *     { key: 'created', header: t('column.created'), sort: 'created', sortFirst: 'desc', align: 'end', labelOnPhone: true, cell: (row) => <Day value={row.createdOn} /> },
 *     { key: 'city', header: t('column.city'), optional: true, cell: (row) => row.city },
 *   ], [t])
 *   const filters = useMemo<FilterSpec[]>(() => [
 *     { key: 'status', kind: 'choice', label: t('filter.status'), options: [{ value: 'enabled', label: t('status.enabled') }] },
 *     { key: 'created', kind: 'days', label: t('filter.created') },
 *   ], [t])
 *   return (
 *     <DataTable
 *       label={t('title')} columns={columns} {...listProps(list, count.data)} rowId={(row) => row.id} rowName={(row) => row.name}
 *       rowHref={(row) => `/customers/${row.id}`} state={state} setState={setState} searchLabel={t('search')} filters={filters}
 *       selection={selection} onSelectionChange={setSelection} canSelectMatching
 *       bulk={(draw) => draw([{ key: 'disable', label: t('disable'), onRun: () => setAsking('disable') }])}
 *       empty={<EmptyState title={t('empty.title')} action={…} />} actions={<ExportMenu … />}
 *     />
 *   )
 * }
 * ```
 * A page is `<><PageHeader … /><CustomersTable /></>`: the table takes the height that is left. Cells whose text is cut show it
 * on hover by themselves. Empty cells return `null`. Another search or filter
 * empties the selection, paging and sorting do not.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns: specs, rows, rowId, state, setState, selection, onSelectionChange, filters = NO_FILTERS } = props
  const frame = useRef<HTMLElement>(null)
  const [density] = useDensity()
  const pane = useFilterPane()
  const columns = useMemo(() => shownColumns(specs, state.columns), [specs, state.columns])
  const filterKeys = useMemo(() => filters.map(({ key }) => key), [filters])
  const ids = useMemo(() => (rows ?? []).map(rowId), [rows, rowId])
  const picking: Picking | null =
    onSelectionChange && selection ? { selection, ids, onChange: onSelectionChange } : null
  const setColumns = (next: readonly ShownHead[]) => setState({ columns: writeColumns(specs, next) })
  const hasFilter = state.search !== '' || Object.keys(state.filters).length > 0
  const clear = () => setState({ search: '', filters: {} })
  useSelectionOfFilter(state, picking)
  useRowGestures(frame)
  useTableKeys({
    frame,
    onPane: filters.length > 0 ? pane.toggle : undefined,
    onClear: hasFilter ? clear : undefined,
  })
  return (
    <section
      ref={frame}
      aria-label={props.label}
      aria-busy={rows === undefined || props.isRefreshing || undefined}
      data-density={density}
      data-picks={picking ? '' : undefined}
      data-print="page"
      onPointerEnter={picking ? loadBulkBar : undefined}
      onFocus={picking ? loadBulkBar : undefined}
      className={cn('flex min-h-80 min-w-0 flex-1 basis-0 flex-col', props.className)}
    >
      <Toolbar
        {...props}
        specs={specs}
        shown={columns}
        setColumns={setColumns}
        filterKeys={filterKeys}
        pane={filters.length > 0 ? pane : null}
      />
      <FilterChips filters={filters} state={state} setState={setState} />
      <div
        className={cn(
          'flex min-h-0 flex-1 border-line border-t',
          // The pane's place is kept from the first rows on: it stands behind them in the page, and may arrive later.
          filters.length > 0 &&
            pane.isBesideOpen &&
            'lg:grid lg:grid-cols-[minmax(0,1fr)_16rem] lg:grid-rows-[minmax(0,1fr)]',
        )}
      >
        <div className="sheet-frame relative flex min-w-0 flex-1 flex-col">
          {props.isRefreshing ? <RefreshLine /> : null}
          <TableBody
            {...props}
            shown={columns}
            setColumns={setColumns}
            picking={picking}
            onClear={hasFilter ? clear : null}
          />
          <TableFoot {...props} picking={picking} />
        </div>
        {filters.length > 0 ? <FilterPane filters={filters} state={state} setState={setState} pane={pane} /> : null}
      </div>
    </section>
  )
}

/** The next rows are on their way. */
function RefreshLine() {
  return (
    <div aria-hidden className="absolute inset-x-0 top-0 z-5 h-0.5 overflow-hidden">
      <div className="h-full w-full animate-shimmer bg-accent [animation-delay:150ms]" />
    </div>
  )
}
