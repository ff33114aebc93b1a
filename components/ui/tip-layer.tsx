'use client'

import { useFormatter, useTimeZone } from 'next-intl'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { landmarkOf } from './floating'
import { Kbd } from './kbd'

type Tip = { anchor: HTMLElement; text: string; shortcut?: string | undefined; at?: Date }

const TIPPED = '[data-tip],[data-tip-cut],[data-tip-whole],.data-table td'
const DELAY_MS = 350
const GRACE_MS = 120
const GAP = 6

/**
 * All tooltips of the page, from one listener: an element says `data-tip="…"` (and `data-tip-key`, `data-tip-side="right"`),
 * or `data-tip-cut` to show its own text when that is cut off. A time with `data-tip-whole` is told with weekday, seconds, its
 * zone, and whom the attribute names. Rows pay one attribute instead of a component each.
 */
export function TipLayer() {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [tip, setTip] = useState<Tip | null>(null)
  const format = useFormatter()
  const timeZone = useTimeZone()
  useTips(setTip, box)
  useDescription(tip, id)
  useLayoutEffect(() => {
    if (tip && box.current) place(box.current, tip.anchor)
  }, [tip])
  if (!tip) return null
  const whole = tip.at ? [format.dateTime(tip.at, { dateStyle: 'full', timeStyle: 'medium' }), timeZone] : []
  return createPortal(
    <div
      ref={box}
      id={id}
      role="tooltip"
      className="fixed top-0 left-0 z-100 flex w-max max-w-80 animate-appear items-center gap-2 rounded-md border border-line bg-raised px-2 py-1 text-ink text-xs shadow-float"
    >
      <span className="whitespace-pre-line break-words">{[...whole, tip.text].filter(Boolean).join(' · ')}</span>
      {tip.shortcut ? <Kbd>{tip.shortcut}</Kbd> : null}
    </div>,
    landmarkOf(tip.anchor) ?? document.body,
  )
}

function tipOf(target: EventTarget | null): Tip | null {
  if (!(target instanceof Element)) return null
  const anchor = target.closest<HTMLElement>(TIPPED)
  if (!anchor) return null
  const { tip, tipKey, tipWhole } = anchor.dataset
  if (tip) return { anchor, text: tip, shortcut: tipKey }
  if (anchor instanceof HTMLTimeElement && tipWhole !== undefined) {
    return { anchor, text: tipWhole, at: new Date(anchor.dateTime) }
  }
  if (!isCut(anchor)) return null
  return { anchor, text: anchor.innerText }
}

/** Its text does not fit, or that of the link inside. */
const isCut = (element: Element): boolean =>
  element.scrollWidth > element.clientWidth || (element.firstElementChild?.scrollWidth ?? 0) > element.clientWidth

/** Listens to the document: hover waits a little, focus shows at once, Escape hides, the tip itself may be hovered. */
function useTips(setTip: (tip: Tip | null) => void, box: React.RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown: HTMLElement | null = null
    const show = (tip: Tip | null) => {
      shown = tip?.anchor ?? null
      setTip(tip)
    }
    const later = (tip: Tip | null, wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => show(tip), wait)
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return
      if (event.target instanceof Node && box.current?.contains(event.target)) return clearTimeout(timer)
      const tip = tipOf(event.target)
      if (tip?.anchor === shown && shown) return clearTimeout(timer)
      if (tip) later(tip, shown ? 0 : DELAY_MS)
      else if (shown) later(null, GRACE_MS)
      else clearTimeout(timer)
    }
    const focus = (event: FocusEvent) => {
      const tip = tipOf(event.target)
      if (tip && event.target instanceof Element && event.target.matches(':focus-visible')) later(tip, 0)
      else if (shown) later(null, 0)
    }
    const hide = () => later(null, 0)
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && shown) hide()
    }
    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', hide)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', key)
    document.addEventListener('scroll', hide, { capture: true, passive: true })
    // It comes with the first move: what that move reached already is told at once.
    const reached = document.querySelector(':focus-visible') ?? [...document.querySelectorAll(':hover')].at(-1)
    later(tipOf(reached ?? null), DELAY_MS)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', key)
      document.removeEventListener('scroll', hide, { capture: true })
    }
  }, [setTip, box])
}

/** Ties the anchor to its tip for readers, unless the tip only repeats the anchor's name. */
function useDescription(tip: Tip | null, id: string) {
  useEffect(() => {
    const anchor = tip?.anchor
    if (!anchor || anchor.getAttribute('aria-label') === tip.text || anchor.hasAttribute('aria-description')) return
    if (!anchor.dataset.tip && !tip.at) return
    const before = anchor.getAttribute('aria-describedby')
    anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id)
    return () => {
      if (before) anchor.setAttribute('aria-describedby', before)
      else anchor.removeAttribute('aria-describedby')
    }
  }, [tip, id])
}

function place(box: HTMLElement, anchor: HTMLElement) {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const within = (value: number, most: number) => Math.max(GAP, Math.min(value, most - GAP))
  if (anchor.dataset.tipSide === 'right') {
    box.style.left = `${at.right + GAP}px`
    box.style.top = `${within(at.top + at.height / 2 - height / 2, innerHeight - height)}px`
    return
  }
  const below = at.bottom + GAP
  const fits = below + height < innerHeight
  const start = !anchor.dataset.tip ? at.left : at.left + at.width / 2 - width / 2
  box.style.left = `${within(start, innerWidth - width)}px`
  box.style.top = `${fits ? below : at.top - GAP - height}px`
}
