'use client'

import { type RefObject, useEffect } from 'react'

/** Marks whether columns lie hidden at the left, and at the right: the style sheet shows an edge there. */
export function markEdges(scroller: HTMLElement) {
  const { scrollLeft, scrollWidth, clientWidth } = scroller
  scroller.toggleAttribute('data-scrolled-x', scrollLeft > 0)
  scroller.toggleAttribute('data-more-x', scrollLeft + clientWidth < scrollWidth - 1)
}

/** Keeps those marks: the window and the filter pane change the frame, columns and rows what is in it. */
export function useEdges(scroller: RefObject<HTMLElement | null>) {
  useEffect(function watchWidth() {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => markEdges(element))
    observer.observe(element)
    return () => observer.disconnect()
  })
}
