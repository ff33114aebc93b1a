'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode, RefObject } from 'react'

const ROW_PX = 36
const BEYOND_VIEW = 12

/** More rows than a page should hold: only those in view are drawn. */
export function VirtualRows({
  count,
  scroller,
  columnCount,
  renderAt,
}: {
  count: number
  scroller: RefObject<HTMLElement | null>
  columnCount: number
  renderAt: (index: number) => ReactNode
}) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: BEYOND_VIEW,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <>
      <Spacer height={before} span={columnCount} />
      {items.map((item) => renderAt(item.index))}
      <Spacer height={after} span={columnCount} />
    </>
  )
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
