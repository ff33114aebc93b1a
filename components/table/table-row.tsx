'use client'

import { type ChangeEvent, memo, type ReactNode } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import type { ShownColumn, ShownHead } from './columns'

/** Takes a row in or out; with shift, all between it and the one before. */
export type OnPick = (id: string, wanted: boolean, isSpan: boolean) => void

type TableRowProps<Row> = {
  row: Row
  id: string
  columns: readonly ShownColumn<Row>[]
  href: string | undefined
  /** The label of its tick box; without it there is none. */
  pickLabel: string | null
  isPicked: boolean
  onPick: OnPick
}

function PlainTableRow<Row>({ row, id, columns, href, pickLabel, isPicked, onPick }: TableRowProps<Row>) {
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const { nativeEvent } = event
    onPick(id, event.target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
  }
  return (
    <tr data-row={id} data-opens={href === undefined ? undefined : ''} data-selected={isPicked ? '' : undefined}>
      {pickLabel === null ? null : (
        <td className="pick">
          <input type="checkbox" className="tick" aria-label={pickLabel} checked={isPicked} onChange={pick} />
        </td>
      )}
      {columns.map((column, at) => {
        const content = column.cell(row)
        return (
          <td
            key={column.key}
            className={column.align === 'end' ? 'end' : undefined}
            data-label={column.labelOnPhone && content !== null ? column.header : undefined}
          >
            {at === 0 && href !== undefined ? <OpenLink href={href}>{content}</OpenLink> : content}
          </td>
        )
      })}
    </tr>
  )
}

/** A plain link: the table turns its click into a step inside the console, for all rows at once. */
function OpenLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} data-open="">
      {children}
    </a>
  )
}

/** A row; drawn again only when something of its own changes. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow

/** The shape of a row to come. */
export function SkeletonRow({ columns, hasPick }: { columns: readonly ShownHead[]; hasPick: boolean }) {
  return (
    <tr>
      {hasPick ? <td className="pick" /> : null}
      {columns.map((column, at) => (
        <td key={column.key} className={column.align === 'end' ? 'end' : undefined}>
          <Skeleton
            className={at === 0 ? 'w-40 max-w-full' : column.align === 'end' ? 'ml-auto w-10' : 'w-2/3 max-w-32'}
          />
        </td>
      ))}
    </tr>
  )
}
