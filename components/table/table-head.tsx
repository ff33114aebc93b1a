'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { PointerEvent } from 'react'
import { Tick } from '@/components/ui/checkbox'
import { clampWidth, type ShownHead } from './columns'
import { pageTick, selecting } from './selection'
import { nextSort } from './sort'
import type { SetTableState, TableState } from './types'
import type { Picking } from './use-picking'

type TableHeadProps = {
  columns: readonly ShownHead[]
  state: TableState
  setState: SetTableState
  setColumns: (columns: readonly ShownHead[]) => void
  picking: Picking | null
}

export function TableHead({ columns, state, setState, setColumns, picking }: TableHeadProps) {
  const setWidth = (key: string, widthSet: number | null) =>
    setColumns(columns.map((column) => (column.key === key ? { ...column, widthSet } : column)))
  return (
    <thead>
      <tr>
        {picking ? (
          <th className="pick" scope="col">
            <PageTick picking={picking} />
          </th>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} state={state} setState={setState} setWidth={setWidth} />
        ))}
      </tr>
    </thead>
  )
}

/** Takes all rows of this page in or out. */
export function PageTick({ picking: { selection, ids, onChange } }: { picking: Picking }) {
  const t = useTranslations('table')
  const tick = pageTick(selection, ids)
  return (
    <Tick
      aria-label={t('selectPage')}
      checked={tick === 'all'}
      indeterminate={tick === 'some'}
      disabled={ids.length === 0}
      onChange={() => onChange(selecting(selection, ids, tick !== 'all'))}
    />
  )
}

function HeadCell({
  column,
  state,
  setState,
  setWidth,
}: {
  column: ShownHead
  state: TableState
  setState: SetTableState
  setWidth: (key: string, width: number | null) => void
}) {
  const { key, header, sort, sortFirst, align } = column
  const isAscending = sort !== undefined && state.sort === sort
  const isDescending = sort !== undefined && state.sort === `-${sort}`
  const Arrow = isDescending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={align === 'end' ? 'end' : undefined}
      aria-sort={isAscending ? 'ascending' : isDescending ? 'descending' : undefined}
    >
      {sort === undefined ? (
        header
      ) : (
        <button
          type="button"
          className="sorter"
          onClick={() => setState({ sort: nextSort(state.sort, sort, sortFirst) })}
        >
          <span className="word">{header}</span>
          {isAscending || isDescending ? <Arrow aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} /> : null}
        </button>
      )}
      {/* By keyboard widths are changed in the columns panel: a stop in each header would be in everybody's way. */}
      <hr
        className="resizer"
        data-print="hide"
        aria-hidden
        onPointerDown={(event) => resize(event, key, (width) => setWidth(key, width))}
        onDoubleClick={() => setWidth(key, null)}
      />
    </th>
  )
}

/** Follows the pointer on the `<col>` itself, and tells the width once, at the end. By keyboard: the columns panel. */
function resize(event: PointerEvent<HTMLElement>, key: string, done: (width: number) => void) {
  const handle = event.currentTarget
  const cell = handle.closest('th')
  const col = handle.closest('table')?.querySelector<HTMLElement>(`col[data-col="${CSS.escape(key)}"]`)
  if (!cell || !col || event.button !== 0) return
  event.preventDefault()
  handle.setPointerCapture(event.pointerId)
  handle.dataset.active = ''
  const start = cell.offsetWidth
  const from = event.clientX
  let width = start
  const move = (moved: globalThis.PointerEvent) => {
    width = clampWidth(start + moved.clientX - from)
    col.style.width = `${width}px`
  }
  const end = () => {
    handle.removeEventListener('pointermove', move)
    delete handle.dataset.active
    if (width !== start) done(width)
  }
  handle.addEventListener('pointermove', move)
  handle.addEventListener('lostpointercapture', end, { once: true })
}
