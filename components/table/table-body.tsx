'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, lazy, type ReactNode, type RefObject, Suspense, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { useIsWhole } from '@/components/ui/device'
import { type ShownColumn, type ShownHead, widthOf } from './columns'
import type { DataTableProps } from './data-table'
import { NoMatch } from './no-match'
import { PhoneHead } from './phone-head'
import { TableHead } from './table-head'
import { SkeletonRow, TableRow } from './table-row'
import { markEdges, useEdges } from './use-edges'
import { isPicked, type Picking, usePicking } from './use-picking'

const VIRTUAL_FROM = 200
const PICK_PX = 50
/** More than any phone's screen shows at once. */
const PHONE_ROWS = 12
const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p']
const VirtualRows = lazy(() => import('./virtual-rows').then((module) => ({ default: module.VirtualRows })))

type TableBodyProps<Row> = DataTableProps<Row> & {
  shown: readonly ShownColumn<Row>[]
  setColumns: (columns: readonly ShownHead[]) => void
  picking: Picking | null
  /** Gives up the filter; `null` when there is none. */
  onClear: (() => void) | null
}

/** What stands between toolbar and foot: the rows, or the reason why there are none. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { rows, error, empty, onClear, isRefreshing } = props
  const scroller = useRef<HTMLDivElement>(null)
  const isVirtual = rows !== undefined && rows.length > VIRTUAL_FROM
  const nothing = error ?? (rows?.length === 0 ? onClear ? <NoMatch onClear={onClear} /> : empty : null)
  return (
    <div
      ref={scroller}
      onScroll={({ currentTarget }) => markEdges(currentTarget)}
      data-print="page"
      className={cn(
        'relative min-h-0 flex-1 bg-surface transition-opacity delay-150 duration-100 md:@container md:overflow-auto',
        isVirtual && 'max-md:max-h-[70dvh] max-md:overflow-auto',
        isRefreshing && 'opacity-60',
      )}
    >
      {nothing ?? <Sheet {...props} scroller={scroller} isVirtual={isVirtual} />}
    </div>
  )
}

type SheetProps<Row> = TableBodyProps<Row> & { scroller: RefObject<HTMLDivElement | null>; isVirtual: boolean }

function Sheet<Row>(props: SheetProps<Row>) {
  const { label, columns, shown, rows, rowId, rowName, rowHref, state, setState, setColumns, picking } = props
  const t = useTranslations('table')
  const sheet = useRef<HTMLTableElement>(null)
  useEdges(props.scroller, sheet)
  const isWhole = useIsWhole()
  const onPick = usePicking(picking)
  const renderRow = (row: Row): ReactNode => {
    const id = rowId(row)
    return (
      <TableRow
        key={id}
        id={id}
        row={row}
        columns={shown}
        href={rowHref?.(row)}
        pickLabel={picking ? t('selectRow', { name: rowName(row) }) : null}
        isPicked={isPicked(picking, id)}
        onPick={onPick}
      />
    )
  }
  const renderAt = (index: number): ReactNode => {
    const row = rows?.[index]
    return row === undefined ? null : renderRow(row)
  }
  return (
    <>
      <PhoneHead specs={columns} state={state} setState={setState} picking={picking} />
      <table ref={sheet} className="data-table" style={minWidthOf(shown, picking !== null)}>
        <caption className="sr-only">{label}</caption>
        <colgroup>
          {picking ? <col style={{ width: PICK_PX }} /> : null}
          {shown.map((column, at) => (
            <col
              key={column.key}
              data-col={column.key}
              style={at === 0 && column.widthSet === null ? undefined : { width: roomOf(column, shown) }}
            />
          ))}
        </colgroup>
        <TableHead columns={shown} state={state} setState={setState} setColumns={setColumns} picking={picking} />
        <tbody>
          {rows === undefined ? (
            SKELETON_ROWS.map((key) => <SkeletonRow key={key} columns={shown} hasPick={picking !== null} />)
          ) : props.isVirtual ? (
            <Suspense>
              <VirtualRows
                count={rows.length}
                scroller={props.scroller}
                columnCount={shown.length + 1}
                renderAt={renderAt}
              />
            </Suspense>
          ) : (
            (isWhole ? rows : rows.slice(0, PHONE_ROWS)).map(renderRow)
          )}
        </tbody>
      </table>
    </>
  )
}

/** What a column takes: its width, and of the room that is left (`100cqi`: of the frame) the same as the others that grow. */
function roomOf(column: ShownHead, columns: readonly ShownHead[]) {
  const width = widthOf(column)
  if (!column.grows || column.widthSet !== null) return width
  const sharers = columns.filter(({ grows, widthSet }, at) => (grows || at === 0) && widthSet === null).length
  return `calc(${width}px + max(0px, 100cqi - var(--min)) / ${sharers})`
}

/** The width below which the sheet scrolls sideways: for the style sheet, since cards on a phone have none. */
function minWidthOf(columns: readonly ShownHead[], hasPick: boolean) {
  const pixels = columns.reduce((sum, column) => sum + widthOf(column), hasPick ? PICK_PX : 0)
  return { '--min': `${pixels}px` } as CSSProperties
}
