'use client'

import { type RefObject, useEffect } from 'react'

/** Marks whether columns lie hidden at the left, and at the right: the style sheet shows an edge there. */
export function markEdges(scroller: HTMLElement) {
  const { scrollLeft, scrollWidth, clientWidth } = scroller
  scroller.toggleAttribute('data-scrolled-x', scrollLeft > 0)
  scroller.toggleAttribute('data-more-x', scrollLeft + clientWidth < scrollWidth - 1)
}

/** Keeps those marks: the window and the filter pane change the frame, columns and rows the sheet in it. */
export function useEdges(frame: RefObject<HTMLElement | null>, sheet: RefObject<HTMLElement | null>) {
  useEffect(
    function watchWidths() {
      const [around, within] = [frame.current, sheet.current]
      if (!around || !within) return
      const observer = new ResizeObserver(() => markEdges(around))
      observer.observe(around)
      observer.observe(within)
      return () => {
        observer.disconnect()
        markEdges(around)
      }
    },
    [frame, sheet],
  )
}
